package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.season.Season;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Services;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A whole season, while every service in turn is ended as by a power cut and started again: no law is broken. */
class PowerCutTest {

    private static final Installation INSTALLATION = TheFirm.afterASeason().installation();

    /** Two at a time, so that one that comes back meets another that is away. */
    private static final List<List<Part>> CUTS = List.of(
            List.of(Part.MEMBERSHIP, Part.QUALITY), List.of(Part.PRICING, Part.PRODUCTION), List.of(Part.DISTRIBUTION));

    @Test
    void a_season_survives_the_end_of_every_service_at_some_moment() throws Exception {
        Services services = new Services(INSTALLATION, Map.of("PARASOL_BYLAWS_NOTICE_PERIOD", "P0D"));
        CompletableFuture<Boolean> season = CompletableFuture.supplyAsync(
                () -> new Season(INSTALLATION, Instant.now().getEpochSecond()).tell(), Thread::startVirtualThread);
        List<Part> cut = new ArrayList<>();
        for (List<Part> together : CUTS) {
            if (endsWithin(season, 2)) {
                break;
            }
            together.forEach(INSTALLATION.processes()::kill);
            together.forEach(services::launch);
            together.forEach(services::await);
            cut.addAll(together);
        }

        assertThat(season.get(5, TimeUnit.MINUTES)).as("the laws hold").isTrue();
        assertThat(cut)
                .as("services that were cut off while the season ran")
                .containsExactlyInAnyOrderElementsOf(Part.services());
    }

    private static boolean endsWithin(CompletableFuture<Boolean> season, int seconds) throws Exception {
        try {
            season.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillRuns) {
            return false;
        }
    }
}
