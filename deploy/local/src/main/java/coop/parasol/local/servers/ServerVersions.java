package coop.parasol.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of the servers with which this program was built. */
public record ServerVersions(String kafka, String keycloak, String postgres) {

    private static final String RESOURCE = "versions.properties";

    public static ServerVersions built() {
        Properties properties = new Properties();
        try (InputStream stream =
                Objects.requireNonNull(ServerVersions.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServerVersions(
                Objects.requireNonNull(properties.getProperty("kafka")),
                Objects.requireNonNull(properties.getProperty("keycloak")),
                Objects.requireNonNull(properties.getProperty("postgres")));
    }

    /** The major version, which determines the format of the data. */
    String postgresMajor() {
        return postgres.substring(0, postgres.indexOf('.'));
    }
}
