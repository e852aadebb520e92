package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.ServiceLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rights, memory, logs and life of the containers in docker-compose.yml. */
class ComposeContainersTest {

    private static final Path WEB_SETTINGS =
            Path.of("../../services/web/src/main/resources/META-INF/microprofile-config.properties");
    private static final Pattern TARGET = Pattern.compile("FROM \\S+ AS (\\S+)");

    @Test
    void no_container_has_more_rights_than_it_needs() throws IOException {
        for (String name : ComposeFile.services().keySet()) {
            Map<String, Object> service = ComposeFile.service(name);
            assertThat(service)
                    .as(name)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("read_only", true)
                    .containsEntry("security_opt", List.of("no-new-privileges:true"));
            assertThat(String.valueOf(service.get("user"))).as(name).matches("[1-9][0-9]*:[0-9]+");
            assertThat(String.valueOf(service.get("logging"))).as(name).contains("max-size", "max-file");
        }
    }

    @Test
    void every_container_has_a_limit_of_memory_with_room_beside_its_heap() throws IOException {
        for (String name : ComposeFile.services().keySet()) {
            assertThat(megabytes(String.valueOf(ComposeFile.service(name).get("mem_limit"))))
                    .as(name)
                    .isPositive();
        }
        int share = ComposeFile.number(Files.readString(ComposeFile.IMAGES), "-XX:MaxRAMPercentage=(\\d+)");
        for (Component component : Component.services()) {
            int limit =
                    megabytes(String.valueOf(ComposeFile.service(component.id()).get("mem_limit")));
            assertThat(limit * share / 100).as(component.id()).isEqualTo(ServiceLauncher.HEAP_MEGABYTES);
        }
        for (String server : List.of("kafka", "keycloak")) {
            int heap = ComposeFile.number(
                    String.valueOf(ComposeFile.service(server).get("environment")), "-Xmx(\\d+)m");
            assertThat(2 * heap)
                    .as(server)
                    .isLessThanOrEqualTo(
                            megabytes(String.valueOf(ComposeFile.service(server).get("mem_limit"))));
        }
    }

    /** Docker kills what has not ended when the grace is over. */
    @Test
    void a_container_has_longer_to_stop_than_what_runs_in_it_takes() throws IOException {
        int shutdown = ComposeFile.number(Files.readString(WEB_SETTINGS), "quarkus\\.shutdown\\.timeout=(\\d+)s");
        for (String name : ComposeFile.services().keySet()) {
            if (!name.endsWith("-setup")) {
                assertThat(ComposeFile.number(
                                String.valueOf(ComposeFile.service(name).get("stop_grace_period")), "(\\d+)s"))
                        .as(name)
                        .isGreaterThan(2 * shutdown);
            }
        }
    }

    @Test
    void services_wait_until_servers_are_ready_and_not_only_started() throws IOException {
        assertThat(String.valueOf(ComposeFile.service("postgres").get("healthcheck")))
                .as("not by the socket, which is open while the data is being initialised")
                .contains("-h, 127.0.0.1");
        assertThat(String.valueOf(ComposeFile.service("keycloak").get("healthcheck")))
                .contains("/health/ready");
        for (Component component : Component.services()) {
            assertThat(String.valueOf(ComposeFile.service(component.id()).get("depends_on")))
                    .contains(
                            "postgres={condition=service_healthy}",
                            "keycloak-setup={condition=service_completed_successfully}",
                            "kafka-setup={condition=service_completed_successfully}");
        }
    }

    @Test
    void every_image_of_our_own_is_a_target_that_the_file_of_images_has() throws IOException {
        List<String> targets = TARGET.matcher(Files.readString(ComposeFile.IMAGES))
                .results()
                .map(found -> found.group(1))
                .toList();
        for (String name : ComposeFile.services().keySet()) {
            if (ComposeFile.service(name).get("build") instanceof Map<?, ?> build) {
                assertThat(build.get("dockerfile")).isEqualTo("deploy/containers/Dockerfile");
                assertThat(targets).contains(String.valueOf(build.get("target")));
            }
        }
    }

    /** A realm of an earlier release is brought to the files of this one before anybody is let in. */
    @Test
    void the_realm_is_upgraded_at_each_start_with_what_keycloak_was_started_with() throws IOException {
        Map<String, Object> setup = ComposeFile.service("keycloak-setup");
        Map<String, String> keycloak = ComposeFile.environment(ComposeFile.service("keycloak"));

        assertThat(String.valueOf(setup.get("command"))).isEqualTo("[keycloak-setup]");
        assertThat(String.valueOf(setup.get("depends_on"))).contains("keycloak={condition=service_healthy}");
        assertThat(ComposeFile.environment(setup))
                .containsEntry("PARASOL_PUBLIC_ORIGIN", keycloak.get("PARASOL_PUBLIC_ORIGIN"))
                .containsEntry("PARASOL_PUBLIC_ORIGIN", keycloak.get("KC_HOSTNAME"))
                .containsKeys("PARASOL_SMTP_HOST", "PARASOL_SMTP_FROM", "PARASOL_SMTP_PASSWORD");
    }

    private static int megabytes(String limit) {
        int unit = limit.endsWith("g") ? 1024 : 1;
        return unit * Integer.parseInt(limit.substring(0, limit.length() - 1));
    }
}
