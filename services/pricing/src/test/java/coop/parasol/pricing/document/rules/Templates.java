package coop.parasol.pricing.document.rules;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The templates that come with the service. */
final class Templates {

    private static final Path FOLDER = Path.of("src/main/resources/payout-documents");

    private Templates() {}

    static DocumentTemplate of(String id) {
        return read(id, file(id));
    }

    /** A template made of a file that was changed. */
    static DocumentTemplate read(String id, Map<String, String> file) {
        return switch (TemplateReader.read(id, file)) {
            case TemplateReader.Read read -> read.template();
            case TemplateReader.Refused refused -> throw new AssertionError(refused.reasons());
        };
    }

    static Map<String, String> file(String id) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(id + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> file = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> file.put(key, properties.getProperty(key)));
        return file;
    }
}
