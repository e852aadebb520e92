package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The local start looks for the servers that the build has downloaded. */
class ServerVersionsTest {

    private static final ServerVersions VERSIONS = ServerVersions.built();

    @Test
    void the_versions_are_those_of_the_root_pom() throws IOException {
        String pom = Files.readString(Path.of("../../pom.xml"));

        assertThat(pom)
                .contains("<kafka-server.version>" + VERSIONS.kafka() + "</")
                .contains("<keycloak-server.version>" + VERSIONS.keycloak() + "</")
                .contains("<postgres-server.version>" + VERSIONS.postgres() + "</");
        assertThat(VERSIONS.postgresMajor()).matches("\\d+");
    }

    /** The broker's pom has no parent from which it could take the version. */
    @Test
    void the_broker_pom_has_the_same_kafka_version() throws IOException {
        assertThat(Files.readString(Path.of("../broker/pom.xml")))
                .contains("<kafka-server.version>" + VERSIONS.kafka() + "</");
    }
}
