package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A season is played only in an installation that asked for one at its first start. */
class FirstStartTest {

    @TempDir
    Path home;

    @Test
    void a_demo_has_demo_users_and_one_pending_season() throws IOException {
        start(true, true);

        assertThat(firstStart().isDemo()).isTrue();
        assertThat(firstStart().isSeasonPending()).isTrue();

        start(true, true);

        assertThat(firstStart().isSeasonPending())
                .as("until it is told, though a start failed")
                .isTrue();

        firstStart().markSeasonDone();
        start(true, true);

        assertThat(firstStart().isSeasonPending()).isFalse();
    }

    @Test
    void a_firm_never_gets_a_season_or_demo_users() throws IOException {
        start(false, true);
        start(true, true);

        assertThat(firstStart().isSeasonPending()).isFalse();
        assertThat(firstStart().isDemo()).isFalse();
    }

    @Test
    void a_firm_whose_first_start_failed_before_it_had_data_stays_a_firm() {
        firstStart().record(false, true);
        firstStart().record(true, true);

        assertThat(firstStart().isSeasonPending()).isFalse();
        assertThat(firstStart().isDemo()).isFalse();
    }

    @Test
    void an_installation_with_data_and_without_markers_gets_no_season() throws IOException {
        Files.createDirectories(home.resolve("data/postgres"));
        start(true, true);

        assertThat(firstStart().isSeasonPending()).isFalse();
        assertThat(firstStart().isDemo()).isTrue();
    }

    @Test
    void a_pending_season_can_be_cancelled() throws IOException {
        start(true, true);
        start(false, true);
        start(true, true);

        assertThat(firstStart().isSeasonPending()).isFalse();
        assertThat(firstStart().isDemo()).isTrue();
    }

    @Test
    void an_installation_started_with_servers_only_has_demo_users_and_no_season() throws IOException {
        start(true, false);

        assertThat(firstStart().isDemo()).isTrue();
        assertThat(firstStart().isSeasonPending()).isFalse();
    }

    private void start(boolean demo, boolean season) throws IOException {
        firstStart().record(demo, season);
        Files.createDirectories(home.resolve("data/postgres"));
    }

    private FirstStart firstStart() {
        return Installation.at(home, home, Ports.from(Map.of())).firstStart();
    }
}
