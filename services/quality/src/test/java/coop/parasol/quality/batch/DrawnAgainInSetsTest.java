package coop.parasol.quality.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.switching.InspectionSeriesRepository;
import coop.parasol.testing.StatementCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a series is inspected more severely, all of its lots that nobody has begun to inspect get a new sample together. */
@QuarkusTest
class DrawnAgainInSetsTest {

    private static final Cause CAUSE = new Cause("arun", null, Ids.next().toString());

    @Inject
    OnBatchReported reported;

    @Inject
    SampleWaitingBatches waiting;

    @Inject
    InspectionSeriesRepository seriesRepository;

    @Inject
    Jdbi jdbi;

    private final SeriesScenario scenario = new SeriesScenario();
    private final UUID producer = Ids.next();

    @BeforeEach
    void publishStandards() {
        scenario.standards(new Random(1));
    }

    @Test
    void each_lot_that_waits_is_drawn_by_the_new_plan_and_says_so() {
        report(producer, 40);
        change(producer, "TIGHTENED", false);

        update(producer);

        assertThat(count("select count(*) from batch where member_id = :member and state = 'SAMPLED'"
                        + " and plans::text like '%TIGHTENED%'"))
                .isEqualTo(40);
        assertThat(sampleDrawnEvents()).isEqualTo(80);
    }

    @Test
    void a_lot_whose_plan_stays_the_same_is_not_drawn_again() {
        report(producer, 5);

        update(producer);

        assertThat(sampleDrawnEvents()).isEqualTo(5);
    }

    @Test
    void lots_of_a_discontinued_series_are_held_and_drawn_when_it_is_resumed() {
        report(producer, 5);
        change(producer, "NORMAL", true);
        update(producer);
        assertThat(count("select count(*) from batch where member_id = :member and state = 'HELD'"))
                .isEqualTo(5);
        report(producer, 3);

        change(producer, "TIGHTENED", false);
        update(producer);

        assertThat(count("select count(*) from batch where member_id = :member and state = 'SAMPLED'"
                        + " and seed is not null and brand_lot is not null and plans::text like '%TIGHTENED%'"))
                .isEqualTo(8);
        assertThat(count("select count(*) from work_list where member_id = :member and not discontinued"))
                .isEqualTo(8);
        assertThat(sampleDrawnEvents()).isEqualTo(5 + 8);
    }

    @Test
    void the_statements_are_as_many_for_forty_lots_as_for_two() {
        assertThat(statements(40)).isEqualTo(statements(2)).isLessThanOrEqualTo(12);
    }

    private long statements(int lots) {
        UUID another = Ids.next();
        report(another, lots);
        change(another, "TIGHTENED", false);
        return StatementCount.of(jdbi, Batch.getEntityManager(), () -> update(another));
    }

    private void report(UUID member, int lots) {
        List<Received<BatchReported>> events = IntStream.range(0, lots)
                .mapToObj(each -> {
                    UUID batch = Ids.next();
                    return new Received<>(
                            new BatchReported(
                                    batch,
                                    member,
                                    scenario.product(1),
                                    "L-" + batch,
                                    Quantity.of(300, "C62"),
                                    LocalDate.of(2026, 11, 1),
                                    null,
                                    "hand",
                                    null,
                                    null,
                                    null),
                            new Envelope(
                                    Ids.next(),
                                    "coop.parasol.production.BatchReported.v1",
                                    batch.toString(),
                                    1,
                                    SeriesScenario.BEGIN.plus(10, ChronoUnit.DAYS),
                                    CAUSE));
                })
                .toList();
        QuarkusTransaction.requiringNew().run(() -> reported.onAll(events));
    }

    private void change(UUID member, String severity, boolean discontinued) {
        TestDatabase.sql(
                "update inspection_series set discontinued = :p4, switching = jsonb_build_object('classes',"
                        + " jsonb_build_object('MAJOR', jsonb_build_object('state', :p3, 'score', 0, 'recent', '',"
                        + " 'acceptedInARow', 0, 'rejectedOnTightened', 0))) where member_id = :p1 and product = :p2",
                member,
                scenario.product(1),
                severity,
                discontinued);
    }

    private void update(UUID member) {
        QuarkusTransaction.joiningExisting()
                .run(() -> waiting.updateUninspectedBatches(seriesRepository.lock(member, scenario.product(1)), CAUSE));
    }

    private long sampleDrawnEvents() {
        return count(
                "select count(*) from (select type, payload from outbox union all select type, payload from sent_event)"
                        + " as event where type like '%SampleDrawn%'"
                        + " and cast(payload::jsonb ->> 'memberId' as uuid) = :member");
    }

    private long count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("member", producer)
                .mapTo(Long.class)
                .one());
    }
}
