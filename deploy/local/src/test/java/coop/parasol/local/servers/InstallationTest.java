package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running components keep their ports and files, whatever a later command or build does. */
class InstallationTest {

    private static final Map<String, String> MOVED = Map.of("PARASOL_PORT_KAFKA", "19092");

    @TempDir
    Path home;

    @AfterEach
    void stop() {
        with(Map.of()).processes().stop(Component.QUALITY);
    }

    @Test
    void ports_stay_the_same_while_a_component_runs() {
        launch(with(MOVED));

        assertThat(with(Map.of()).ports().of(Component.KAFKA)).isEqualTo(19092);
        assertThat(with(MOVED).ports().of(Component.KAFKA)).isEqualTo(19092);
        assertThat(with(Map.of()).ports().of(Component.PRICING)).isEqualTo(8083);

        with(Map.of()).processes().stop(Component.QUALITY);

        assertThat(with(Map.of()).ports().of(Component.KAFKA)).isEqualTo(9092);
    }

    @Test
    void a_port_other_than_the_one_in_use_is_refused() {
        launch(with(MOVED));

        assertThatThrownBy(() -> with(Map.of("PARASOL_PORT_KAFKA", "9092")))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("PARASOL_PORT_KAFKA=9092")
                .hasMessageContaining("19092 for kafka")
                .hasMessageContaining("./parasol down first");
    }

    @Test
    void the_copy_of_a_service_changes_only_when_it_is_refreshed() throws IOException {
        Path built = Files.createDirectories(home.resolve("target/quarkus-app/lib/main"));
        Path app = built.resolve("../../..").normalize().resolve("quarkus-app");
        Path copy = home.resolve("services/quality");
        Path jar = Files.writeString(built.resolve("a.jar"), "old");
        Path gone = Files.writeString(built.resolve("gone.jar"), "gone");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        ApplicationCopy.refresh(app, copy);
        Files.writeString(jar, "new");
        Files.delete(gone);

        assertThat(copy.resolve("lib/main/a.jar")).hasContent("old");

        ApplicationCopy.refresh(app, copy);

        assertThat(copy.resolve("lib/main/a.jar")).hasContent("new");
        assertThat(copy.resolve("lib/main/gone.jar")).doesNotExist();
    }

    private Installation with(Map<String, String> environment) {
        return Installation.running(home, home, environment);
    }

    private void launch(Installation installation) {
        installation.launch(Component.QUALITY, home, List.of("/bin/sh", "-c", "exec sleep 60"), Map.of());
    }
}
