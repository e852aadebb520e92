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

/** What a firm says of itself at one start is known at the next. */
class FirmSettingsTest {

    private static final Map<String, String> GIVEN = Map.of(
            "PARASOL_FIRM_NAME", "Weberinnen e.G. \u0928",
            "PARASOL_BYLAWS_NOTICE_PERIOD", "P30D",
            "PARASOL_PUBLIC_URL", "https://parasol.example/quality",
            "PARASOL_CERTIFICATE_ISSUER", "weberinnen",
            "PARASOL_PORT_KAFKA", "19092",
            "PATH", "/bin");

    @TempDir
    Path home;

    @Test
    void what_was_given_at_one_start_is_kept_for_the_next() {
        with(GIVEN).save();

        assertThat(with(Map.of()).values())
                .isEqualTo(Map.of(
                        "PARASOL_FIRM_NAME", "Weberinnen e.G. \u0928",
                        "PARASOL_BYLAWS_NOTICE_PERIOD", "P30D",
                        "PARASOL_PUBLIC_URL", "https://parasol.example/quality",
                        "PARASOL_CERTIFICATE_ISSUER", "weberinnen"));
    }

    @Test
    void the_environment_goes_before_what_is_kept_which_stays_until_it_is_kept_anew() {
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
    void what_is_given_empty_is_forgotten() {
        with(GIVEN).save();
        with(Map.of("PARASOL_FIRM_NAME", " ")).save();

        assertThat(with(Map.of()).values())
                .doesNotContainKey("PARASOL_FIRM_NAME")
                .hasSize(3);
    }

    @Test
    void only_the_owner_reads_the_file_and_nothing_lies_beside_it() throws IOException {
        with(GIVEN).save();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void a_firm_that_says_nothing_has_no_file() {
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
