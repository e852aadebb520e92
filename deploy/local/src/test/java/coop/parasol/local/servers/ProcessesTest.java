package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Exactly the started processes are stopped. */
class ProcessesTest {

    @TempDir
    Path home;

    private Processes processes = new Processes(Path.of("run"), Path.of("logs"));

    @BeforeEach
    void fresh() {
        processes = new Processes(home.resolve("run"), home.resolve("logs"));
    }

    @Test
    void a_started_process_runs_until_it_is_stopped() {
        start("echo ready; exec sleep 60");
        ProcessHandle handle = processes.running(Component.QUALITY).orElseThrow();

        assertThat(processes.running(Component.PRICING)).isEmpty();
        processes.stop(Component.QUALITY);

        assertThat(handle.isAlive()).isFalse();
        assertThat(processes.running(Component.QUALITY)).isEmpty();
        processes.stop(Component.QUALITY);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_log_goes_on_in_a_new_file_while_its_component_runs_and_its_owner_alone_reads_it() throws Exception {
        processes = new Processes(home.resolve("run"), home.resolve("logs"), 1_000);
        Path log = processes.log(Component.QUALITY);
        Path earlier = log.resolveSibling(log.getFileName() + ".1");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "of an earlier start\n");

        start("i=0; while [ $i -lt 300 ]; do echo \"line $i of many\"; i=$((i + 1)); done; exec sleep 60");
        ProcessHandle handle = processes.running(Component.QUALITY).orElseThrow();
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.readString(log).contains("line 299 "));

        assertThat(handle.isAlive()).isTrue();
        assertThat(log).content().endsWith("line 299 of many\n");
        List<String> lines = new ArrayList<>(Files.readAllLines(earlier));
        lines.addAll(Files.readAllLines(log));
        assertThat(lines)
                .as("the end of what was said, without a gap")
                .containsExactlyElementsOf(IntStream.range(300 - lines.size(), 300)
                        .mapToObj(number -> "line " + number + " of many")
                        .toList());
        for (Path file : List.of(log, earlier)) {
            assertThat(Files.size(file)).isLessThanOrEqualTo(1_000);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.getParent())))
                .isEqualTo("rwx------");
        processes.stop(Component.QUALITY);
    }

    @Test
    void the_saved_identity_does_not_depend_on_the_clock() throws IOException {
        start("exec sleep 60");

        assertThat(pidFile())
                .content()
                .matches(Files.exists(Path.of("/proc/self/stat")) ? "\\d+ ticks:\\d+\n" : "\\d+ \\d{4}-.*\n");
        processes.stop(Component.QUALITY);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_with_the_same_id_and_another_start_time_is_left_alone() throws IOException {
        start("exec sleep 60");
        ProcessHandle handle = processes.running(Component.QUALITY).orElseThrow();
        Files.writeString(pidFile(), handle.pid() + " ticks:1\n");

        assertThat(processes.running(Component.QUALITY)).isEmpty();
        processes.stop(Component.QUALITY);

        assertThat(handle.isAlive()).isTrue();
        assertThat(pidFile()).doesNotExist();
        handle.destroyForcibly();
    }

    @Test
    void an_identity_with_a_time_of_day_is_understood() throws IOException {
        start("exec sleep 60");
        ProcessHandle handle = processes.running(Component.QUALITY).orElseThrow();
        Instant start = handle.info().startInstant().orElseThrow();
        Files.writeString(pidFile(), handle.pid() + " " + start.plusSeconds(3) + "\n");

        assertThat(processes.running(Component.QUALITY)).contains(handle);
        processes.stop(Component.QUALITY);

        assertThat(handle.isAlive()).isFalse();
    }

    @Test
    void a_process_of_doubtful_identity_is_neither_stopped_nor_forgotten() throws IOException {
        start("exec sleep 60");
        ProcessHandle handle = processes.running(Component.QUALITY).orElseThrow();
        Files.writeString(pidFile(), handle.pid() + " 2001-01-01T00:00:00Z\n");

        assertThat(processes.running(Component.QUALITY)).isEmpty();
        assertThatThrownBy(() -> processes.stop(Component.QUALITY))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("kill " + handle.pid())
                .hasMessageContaining("delete " + pidFile());
        assertThat(handle.isAlive()).isTrue();
        assertThat(pidFile()).exists();
        assertThatThrownBy(() -> start("exec sleep 60")).isInstanceOf(OperatorException.class);
        handle.destroyForcibly();
    }

    @Test
    void a_process_that_ignores_signals_is_killed() {
        start("trap '' TERM; while true; do sleep 1; done");
        ProcessHandle handle = processes.running(Component.QUALITY).orElseThrow();
        processes.kill(Component.QUALITY);

        assertThat(handle.isAlive()).isFalse();
    }

    @Test
    void what_a_script_runs_for_a_component_is_killed_with_it() {
        start("trap '' TERM; sleep 60 & wait");
        ProcessHandle script = processes.running(Component.QUALITY).orElseThrow();
        await().atMost(Duration.ofMinutes(1)).until(() -> sleeping(script).isPresent());
        ProcessHandle sleeping = sleeping(script).orElseThrow();

        processes.kill(Component.QUALITY);

        assertThat(script.isAlive()).isFalse();
        assertThat(sleeping.isAlive()).isFalse();
    }

    private static Optional<ProcessHandle> sleeping(ProcessHandle script) {
        return script.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("sleep"))
                .findFirst();
    }

    @Test
    void a_process_is_killed_while_the_common_pool_is_busy() {
        CountDownLatch over = new CountDownLatch(1);
        IntStream.range(0, ForkJoinPool.getCommonPoolParallelism())
                .forEach(worker -> ForkJoinPool.commonPool().execute(() -> waitFor(over)));
        try {
            start("exec sleep 60");
            ProcessHandle handle = processes.running(Component.QUALITY).orElseThrow();

            processes.kill(Component.QUALITY);

            assertThat(handle.isAlive()).isFalse();
        } finally {
            over.countDown();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_message_about_a_used_port_names_the_variable_that_changes_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.from(Map.of("PARASOL_PORT_PRICING", Integer.toString(taken.getLocalPort())));

            assertThatThrownBy(() -> ports.requireFree(Component.PRICING))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("PARASOL_PORT_PRICING=<port> ./parasol up");
        }
    }

    @Test
    void ports_are_defaults_unless_the_environment_sets_them() {
        assertThat(Ports.from(Map.of()).of(Component.MEMBERSHIP)).isEqualTo(8081);
        assertThat(Ports.from(Map.of("PARASOL_PORT_KAFKA", "19092")).of(Component.KAFKA))
                .isEqualTo(19092);
        for (String wrong : List.of("0", "65536", "x", "-1")) {
            assertThatThrownBy(() -> Ports.from(Map.of("PARASOL_PORT_KAFKA", wrong)))
                    .hasMessageContaining("PARASOL_PORT_KAFKA=" + wrong);
        }
    }

    @Test
    void secrets_are_generated_once_and_readable_by_their_owner_only() throws IOException {
        Path file = home.resolve("secrets.properties");
        String made = Secrets.load(file).get("database.admin");

        assertThat(Secrets.load(file).get("database.admin")).isEqualTo(made).hasSizeGreaterThan(15);
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    private Path pidFile() {
        return home.resolve("run/quality.pid");
    }

    private void start(String script) {
        processes.start(Component.QUALITY, home, List.of("/bin/sh", "-c", script), Map.of());
    }
}
