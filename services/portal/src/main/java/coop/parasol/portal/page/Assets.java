package coop.parasol.portal.page;

import coop.parasol.contracts.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of style sheets and scripts, which change with their content, so that browsers may keep them for a year. */
@Named("assets")
@ApplicationScoped
public class Assets {

    private static final int DIGITS = 12;

    private final Map<String, String> urls = new ConcurrentHashMap<>();
    private final String htmx = version("htmx.org");
    private final String pico = version("picocss__pico");

    /** The address of a file of the portal. */
    public String url(String file) {
        return urls.computeIfAbsent(file, name -> "/" + name + "?v=" + hash(name));
    }

    /** The version of htmx. */
    public String htmx() {
        return htmx;
    }

    /** The version of Pico CSS. */
    public String pico() {
        return pico;
    }

    /** The version of a webjar, which is part of its files' addresses. */
    private static String version(String artifact) {
        Properties maven = new Properties();
        try (InputStream content = resource("META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            maven.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return maven.getProperty("version");
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name), name);
    }

    private static String hash(String file) {
        try (InputStream content = resource("META-INF/resources/" + file)) {
            return Sha256.hex(content.readAllBytes()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
