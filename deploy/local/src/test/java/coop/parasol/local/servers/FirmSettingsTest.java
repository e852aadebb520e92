package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of a firm are saved from one start to the next. */
class FirmSettingsTest {

    private static final Map<String, String> GIVEN = Map.of(
            "PARASOL_FIRM_NAME", "Weberinnen e.G. \u0928",
            "PARASOL_BYLAWS_NOTICE_PERIOD", "P30D",
            "PARASOL_PUBLIC_ORIGIN", "https://parasol.example",
            "PARASOL_CERTIFICATE_ISSUER", "weberinnen",
            "PARASOL_PORT_KAFKA", "19092",
            "PATH", "/bin");

    @TempDir
    Path home;

    @Test
    void settings_of_one_start_are_saved_for_the_next() {
        with(GIVEN).save();

        assertThat(with(Map.of()).values())
                .isEqualTo(Map.of(
                        "PARASOL_FIRM_NAME", "Weberinnen e.G. \u0928",
                        "PARASOL_BYLAWS_NOTICE_PERIOD", "P30D",
                        "PARASOL_PUBLIC_ORIGIN", "https://parasol.example",
                        "PARASOL_CERTIFICATE_ISSUER", "weberinnen"));
    }

    @Test
    void the_environment_takes_precedence_and_saved_settings_stay_until_they_are_saved_again() {
        with(GIVEN).save();
        FirmSettings another = with(Map.of("PARASOL_FIRM_NAME", "Weaver Ltd."));

        assertThat(another.values())
                .containsEntry("PARASOL_FIRM_NAME", "Weaver Ltd.")
                .containsEntry("PARASOL_CERTIFICATE_ISSUER", "weberinnen");
        assertThat(with(Map.of()).values()).containsEntry("PARASOL_FIRM_NAME", "Weberinnen e.G. \u0928");

        another.save();

        assertThat(with(Map.of()).values()).containsEntry("PARASOL_FIRM_NAME", "Weaver Ltd.");
    }

    @Test
    void an_empty_setting_removes_the_saved_one() {
        with(GIVEN).save();
        with(Map.of("PARASOL_FIRM_NAME", " ")).save();

        assertThat(with(Map.of()).values())
                .doesNotContainKey("PARASOL_FIRM_NAME")
                .hasSize(3);
    }

    @Test
    void the_file_is_readable_by_its_owner_only_and_no_temporary_file_remains() throws IOException {
        with(GIVEN).save();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void without_settings_no_file_is_written() {
        with(Map.of("PATH", "/bin")).save();

        assertThat(file()).doesNotExist();
    }

    private FirmSettings with(Map<String, String> environment) {
        return Installation.at(home, home, Ports.from(Map.of())).firmSettings(environment);
    }

    private Path file() {
        return home.resolve("firm.properties");
    }
}
