package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.season.Season;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServiceLauncher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A season is played while every service is killed and started again: all conservation laws hold at its end. */
@Tag("full")
class PowerCutTest {

    private static final Installation INSTALLATION =
            RunningSystem.afterASeason().installation();

    /** Two at a time, so that a restarted service meets one that is still down. */
    private static final List<List<Component>> CUTS = List.of(
            List.of(Component.MEMBERSHIP, Component.QUALITY),
            List.of(Component.PRICING, Component.PRODUCTION),
            List.of(Component.DISTRIBUTION));

    @Test
    void the_conservation_laws_hold_after_every_service_was_killed_during_a_season() throws Exception {
        ServiceLauncher services = new ServiceLauncher(INSTALLATION, Map.of("PARASOL_BYLAWS_NOTICE_PERIOD", "P0D"));
        CompletableFuture<Boolean> season = CompletableFuture.supplyAsync(
                () -> new Season(INSTALLATION, Instant.now().getEpochSecond()).run(), Thread::startVirtualThread);
        List<Component> cut = new ArrayList<>();
        for (List<Component> together : CUTS) {
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
                .containsExactlyInAnyOrderElementsOf(Component.services());
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
