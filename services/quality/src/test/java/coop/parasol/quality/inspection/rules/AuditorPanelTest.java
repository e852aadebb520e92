package coop.parasol.quality.inspection.rules;

import static coop.parasol.quality.inspection.rules.AuditorPanel.Admission.ADMITTED;
import static coop.parasol.quality.inspection.rules.AuditorPanel.Admission.CONFLICT_OF_INTEREST;
import static coop.parasol.quality.inspection.rules.AuditorPanel.Admission.HAS_SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No auditor inspects a batch of a producer it has an interest in. Two auditors where the standard says so. */
class AuditorPanelTest {

    private static final UUID PRODUCER = new UUID(1, 0);
    private static final UUID ARUN = new UUID(2, 1);
    private static final UUID ANITA = new UUID(2, 2);

    @Test
    void no_auditor_inspects_a_batch_of_a_producer_it_has_an_interest_in() {
        AuditorPanel panel = AuditorPanel.of(PRODUCER, 1, List.of(), List.of());

        assertThat(panel.admission(ARUN, Set.of())).isEqualTo(ADMITTED);
        assertThat(panel.admission(ARUN, Set.of(new UUID(1, 1)))).isEqualTo(ADMITTED);
        assertThat(panel.admission(ARUN, Set.of(PRODUCER))).isEqualTo(CONFLICT_OF_INTEREST);
    }

    @Test
    void two_auditors_where_the_standard_says_so_are_two_persons() {
        AuditorPanel panel = AuditorPanel.of(PRODUCER, 2, List.of(ARUN), List.of());

        assertThat(panel.missing()).isEqualTo(1);
        assertThat(panel.admission(ARUN, Set.of())).isEqualTo(HAS_SUBMITTED);
        assertThat(panel.admission(ANITA, Set.of())).isEqualTo(ADMITTED);
        assertThat(AuditorPanel.of(PRODUCER, 2, List.of(ARUN, ANITA), List.of()).missing())
                .isZero();
    }

    @Test
    void an_interest_that_comes_up_before_the_decision_takes_away_what_its_auditor_has_found() {
        AuditorPanel panel = AuditorPanel.of(PRODUCER, 2, List.of(ARUN), List.of(ARUN));

        assertThat(panel.counted()).isEmpty();
        assertThat(panel.missing()).isEqualTo(2);
    }

    /** Histories of auditors who come by an interest in producers and lose it again, against a log kept beside them. */
    @Test
    void over_random_histories_nobody_inspects_in_a_conflict_and_nobody_twice() {
        int judgedByTwo = 0;
        int refused = 0;
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            List<UUID> auditors = ids(2, 2 + random.nextInt(4));
            List<UUID> producers = ids(1, 1 + random.nextInt(4));
            Map<UUID, Set<UUID>> interests = new HashMap<>();
            auditors.forEach(auditor -> interests.put(auditor, new HashSet<>()));
            for (int batch = 0; batch < 20; batch++) {
                UUID producer = producers.get(random.nextInt(producers.size()));
                int required = 1 + random.nextInt(2);
                List<UUID> submitted = new ArrayList<>();
                AuditorPanel panel = AuditorPanel.of(producer, required, submitted, List.of());
                for (int step = 0; step < 30 && panel.missing() > 0; step++) {
                    UUID auditor = auditors.get(random.nextInt(auditors.size()));
                    Set<UUID> its = interests.getOrDefault(auditor, Set.of());
                    if (random.nextInt(3) == 0) {
                        UUID other = producers.get(random.nextInt(producers.size()));
                        if (!its.remove(other)) {
                            its.add(other);
                        }
                        continue;
                    }
                    List<UUID> interested = submitted.stream()
                            .filter(each ->
                                    interests.getOrDefault(each, Set.of()).contains(producer))
                            .toList();
                    panel = AuditorPanel.of(producer, required, submitted, interested);
                    if (panel.admission(auditor, its) == ADMITTED && !submitted.contains(auditor)) {
                        submitted.add(auditor);
                        panel = AuditorPanel.of(producer, required, submitted, interested);
                    } else {
                        refused++;
                    }
                }
                if (panel.missing() == 0) {
                    assertThat(panel.counted())
                            .as("seed " + seed)
                            .hasSizeGreaterThanOrEqualTo(required)
                            .doesNotHaveDuplicates()
                            .allMatch(auditor ->
                                    !interests.getOrDefault(auditor, Set.of()).contains(producer));
                    judgedByTwo += required == 2 ? 1 : 0;
                }
            }
        }
        assertThat(judgedByTwo).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
    }

    private static List<UUID> ids(int kind, int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(new UUID(kind, i));
        }
        return ids;
    }
}
