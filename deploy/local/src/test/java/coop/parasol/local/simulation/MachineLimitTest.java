package coop.parasol.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coop.parasol.local.bench.ProcessorTimes;
import coop.parasol.local.servers.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which resource of a machine ends first, and at how many times the load that was seen. */
class MachineLimitTest {

    private static final double SECONDS = 100;

    @Test
    void the_processor_ends_first_where_it_is_used_most_and_neither_the_load_driver_nor_others_count() {
        Observation.Seen seen = seen(0.5, 0.2, 0.1, 0);
        MachineLimit limit = MachineLimit.of(seen, true);

        assertThat(seen.others()).isCloseTo(0, within(1e-9));
        assertThat(seen(0.9, 0.2, 0.1, 0).others()).isCloseTo(0.4, within(1e-9));
        assertThat(MachineLimit.of(seen(0.9, 0.2, 0.1, 0), true)).isEqualTo(limit);
        assertThat(limit.what()).isEqualTo("processor");
        assertThat(limit.times()).isCloseTo(0.85 / 0.4, within(1e-9));
    }

    @Test
    void the_disk_and_locks_end_first_where_they_are_used_more() {
        assertThat(MachineLimit.of(seen(0.5, 0.8, 0.1, 0), true).what()).isEqualTo("disk");
        assertThat(MachineLimit.of(seen(0.5, 0.2, 0.6, 0), true).what()).isEqualTo("locks");
    }

    @Test
    void a_service_that_falls_behind_is_a_limit_below_the_present_size() {
        MachineLimit limit = MachineLimit.of(seen(0.5, 0.2, 0.1, 2_500), true);

        assertThat(limit.what()).isEqualTo("lag");
        assertThat(limit.times()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void a_load_that_was_not_held_is_never_called_a_part_of_what_the_machine_bears() {
        assertThat(MachineLimit.of(seen(0.5, 0.2, 0.1, 0), false).times()).isEqualTo(1);
    }

    /** A hundred events a second; the installation has used two fifths of the processors and the load driver a tenth. */
    private static Observation.Seen seen(double processors, double disk, double locks, long behindAtTheEnd) {
        double all = SECONDS * Runtime.getRuntime().availableProcessors();
        return new Observation.Seen(
                SECONDS,
                processors,
                disk,
                locks,
                "",
                new ProcessorTimes(
                        Map.of(ProcessorTimes.DRIVER, 0.1 * all, "membership", 0.3 * all, "postgres", 0.1 * all)),
                Map.of(),
                Map.of(Component.QUALITY, new Observation.Behind(behindAtTheEnd, behindAtTheEnd, 1)),
                Map.of(),
                (long) (100 * SECONDS));
    }
}
