package coop.parasol.pricing.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** Files of keys and values in UTF-8, each a template or the words of a language: by their names without the extension. */
final class TemplateFiles {

    private static final String FOLDER = "/payout-documents/";
    private static final String EXTENSION = ".properties";

    private TemplateFiles() {}

    /** The templates that come with the service, as its file {@code index.txt} lists them. */
    static Map<String, Map<String, String>> ofService() {
        Map<String, Map<String, String>> files = new TreeMap<>();
        try (BufferedReader index = new BufferedReader(resource("index.txt"))) {
            for (String id : index.lines().filter(line -> !line.isBlank()).toList()) {
                files.put(id, ofService(id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the templates of payout documents cannot be read", e);
        }
        return files;
    }

    /** One file that comes with the service. */
    static Map<String, String> ofService(String id) {
        try (Reader file = resource(id + EXTENSION)) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(id + " cannot be read", e);
        }
    }

    /**
     * The files of a directory of the firm.
     *
     * @throws IllegalStateException if it cannot be read
     */
    static Map<String, Map<String, String>> ofDirectory(String directory) {
        Map<String, Map<String, String>> files = new TreeMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(directory), "*" + EXTENSION)) {
            for (Path path : found) {
                String name = Objects.requireNonNull(path.getFileName()).toString();
                try (Reader file = Files.newBufferedReader(path)) {
                    files.put(name.substring(0, name.length() - EXTENSION.length()), read(file));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The directory of payout documents %s cannot be read: %s".formatted(directory, e.getMessage()), e);
        }
        return files;
    }

    private static Reader resource(String name) {
        InputStream file = Objects.requireNonNull(TemplateFiles.class.getResourceAsStream(FOLDER + name), name);
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }

    private static Map<String, String> read(Reader file) throws IOException {
        Properties properties = new Properties();
        properties.load(file);
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }
}
