package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.bench.BatchBenchmark;
import coop.parasol.local.bench.EventBenchmark;
import coop.parasol.local.bench.OrderBenchmark;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.Starter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks over all services run to their end, with a round of a second; their figures mean nothing here. */
@Tag("full")
class SmallBenchmarksTest {

    private static final Map<String, String> DEMO = Map.of(
            "PARASOL_BYLAWS_NOTICE_PERIOD", "P0D",
            "PARASOL_BYLAWS_BATCH_CORRECTION_MINUTES", "0",
            "PARASOL_SETTLE_CURRENT_WEEK", "true");

    @TempDir
    private Path home;

    private Installation firm;
    private Path report;

    @BeforeEach
    void a_demo() {
        firm = Installation.at(Path.of("../..").toAbsolutePath().normalize(), home, Ports.free());
        firm.firstStart().record(true, false);
        report = home.resolve("benchmarks.md");
        Starter starter = new Starter(firm, DEMO, System.out::println);
        starter.startServers(false);
        starter.startServices();
    }

    @AfterEach
    void stop() {
        firm.stop();
    }

    @Test
    void orders_are_measured() throws Exception {
        new OrderBenchmark(firm, 1, 1, 1).run(report.toString());

        assertThat(Files.readString(report)).contains("## Orders", "| 1,000 products, one partner |");
    }

    @Test
    void batches_are_measured() throws Exception {
        new BatchBenchmark(firm, 1, 1, 1).run(report.toString());

        assertThat(Files.readString(report)).contains("## Batches");
    }

    @Test
    void each_kind_of_event_is_measured_and_read_models_rebuild_the_same() throws Exception {
        new EventBenchmark(firm, DEMO, 2, 50).run(report.toString());

        assertThat(Files.readString(report)).contains("## Events", "| PayoutStated | membership |");
    }
}
