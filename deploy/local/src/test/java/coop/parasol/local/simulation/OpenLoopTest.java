package coop.parasol.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls are sent when they are due, and what went wrong is counted. */
class OpenLoopTest {

    private static final double PER_SECOND = 20;
    private static final long HALF_A_SECOND = 500_000_000L;

    @TempDir
    Path home;

    private final CallStatistics statistics = new CallStatistics();

    @Test
    void slow_answers_do_not_make_later_calls_wait_and_count_from_when_they_were_due() {
        OpenLoop loop = loop();
        List<Long> late = new CopyOnWriteArrayList<>();
        statistics.expect("slow", PER_SECOND);
        loop.steadily(PER_SECOND, "slow", (caller, due) -> {
            late.add(System.nanoTime() - due);
            LockSupport.parkNanos(HALF_A_SECOND);
            statistics.answered("slow", due, 1);
        });
        loop.run();

        CallStatistics.Summary slow = statistics.summaries(loop.begun(), 1).getFirst();
        assertThat(slow.calls()).isEqualTo(20);
        assertThat(slow.p50()).isGreaterThanOrEqualTo(HALF_A_SECOND / 1e6);
        assertThat(late).allMatch(nanos -> nanos < HALF_A_SECOND);
    }

    @Test
    void what_follows_on_a_call_is_done_and_what_fails_is_counted() {
        OpenLoop loop = loop();
        loop.at("first", loop.begun(), (caller, due) -> {
            statistics.answered("first", due, 1);
            loop.in(0.1, "second", (later, when) -> {
                throw new Caller.Failed("second", "refused", 409);
            });
        });
        loop.run();

        assertThat(statistics.summaries(loop.begun(), 1))
                .extracting(CallStatistics.Summary::kind, CallStatistics.Summary::done, CallStatistics.Summary::failed)
                .containsExactly(tuple("first", 1L, 0L), tuple("second", 0L, 1L));
    }

    private OpenLoop loop() {
        return new OpenLoop(Installation.at(home, home, Ports.from(Map.of())), statistics, 1);
    }
}
