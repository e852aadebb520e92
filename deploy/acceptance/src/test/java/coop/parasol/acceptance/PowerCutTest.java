package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.season.Season;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Services;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A whole season, while every service in turn is ended as by a power cut and started again: no law is broken. */
class PowerCutTest {

    private static final Installation INSTALLATION = TheFirm.afterASeason().installation();

    @Test
    void a_season_survives_the_end_of_every_service_at_some_moment() throws Exception {
        Services services = new Services(INSTALLATION, Map.of("PARASOL_BYLAWS_NOTICE_PERIOD", "P0D"));
        CompletableFuture<Boolean> season = CompletableFuture.supplyAsync(
                () -> new Season(INSTALLATION, Instant.now().getEpochSecond()).tell(), Thread::startVirtualThread);
        int cuts = 0;
        for (Part service : Part.services()) {
            if (endsWithin(season, 2)) {
                break;
            }
            INSTALLATION.processes().kill(service);
            services.launch(service);
            services.await(service);
            cuts++;
        }

        assertThat(season.get(5, TimeUnit.MINUTES)).as("the laws hold").isTrue();
        assertThat(cuts).as("services that were cut off while the season ran").isGreaterThanOrEqualTo(2);
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
