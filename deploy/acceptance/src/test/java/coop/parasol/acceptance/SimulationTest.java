package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.Starter;
import coop.parasol.local.simulation.Network;
import coop.parasol.local.simulation.Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load of the three networks, at a hundredth of their size and for some seconds, on an installation of its own. */
@Tag("full")
class SimulationTest {

    private static final double MINUTES = 0.2;
    private static final double SCALE = 0.01;
    private static final int CALL_COLUMNS = 8;
    private static final int FAILED = 5;
    private static final int DONE = 4;

    @Test
    void the_three_networks_at_a_hundredth_lose_nothing_and_no_call_fails(@TempDir Path home) throws Exception {
        Installation firm = Installation.at(Path.of("../..").toAbsolutePath().normalize(), home, Ports.free());
        firm.firstStart().record(true, false);
        Starter starter = new Starter(firm, Simulation.settings(), System.out::println);
        Path report = home.resolve("report.md");
        try {
            starter.startServers(false);
            starter.startServices();
            boolean allHold = new Simulation(firm, Network.named("all"), MINUTES, SCALE, 7, System.out::println)
                    .run("a test", report.toString());

            assertThat(allHold).as("whether all laws hold").isTrue();
            List<String[]> calls = Files.readAllLines(report).stream()
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .filter(columns -> columns.length == CALL_COLUMNS && columns[FAILED].matches("\\d+"))
                    .toList();
            assertThat(calls)
                    .extracting(columns -> columns[1])
                    .contains("sign in", "ballot", "application", "exit asked for", "close of the period", "order")
                    .contains("dispatch", "delivery", "lot inspected", "deliveries reported in bulk");
            assertThat(calls)
                    .allSatisfy(columns -> assertThat(columns[FAILED])
                            .as(columns[1] + " failed")
                            .isEqualTo("0"));
            assertThat(calls)
                    .allSatisfy(columns ->
                            assertThat(columns[DONE]).as(columns[1] + " done").isNotEqualTo("0"));
        } finally {
            firm.stop();
        }
    }
}
