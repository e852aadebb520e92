package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The portal's words in the language in which a test reads it: a label is found by them.
 *
 * @param browser language that the browser asks for, as a BCP 47 tag
 * @param lang what its pages then say of themselves
 */
record PortalWords(String browser, String lang) {

    static final PortalWords ENGLISH = new PortalWords("en-GB", "en");

    private static final Path RESOURCES = Path.of("../../services/portal/src/main/resources");

    /**
     * A text of the portal.
     *
     * @param english how it reads in English
     */
    String text(String english, String bundle, String key) {
        return word(english, RESOURCES.resolve("messages/" + bundle + suffix()), key);
    }

    /** What stands for a value of the interface, such as a state. */
    String value(String english, String code) {
        return word(english, RESOURCES.resolve("codes" + suffix()), code);
    }

    private String suffix() {
        return "_" + browser.replaceFirst("-.*", "") + ".properties";
    }

    private String word(String english, Path file, String key) {
        if (equals(ENGLISH)) {
            return english;
        }
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(texts).as(file::toString).containsKey(key);
        return texts.getProperty(key);
    }
}
