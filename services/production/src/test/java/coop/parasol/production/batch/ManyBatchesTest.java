package coop.parasol.production.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.batch.ReportBatch.Report;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.member.Member;
import coop.parasol.testing.StatementCount;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many batches that are reported at once come to what the same batches come to that are reported one by one. */
@QuarkusTest
class ManyBatchesTest {

    private static final int REPORTS = 60;
    private static final int COMMITMENTS = 4;
    private static final String NOTHING_KNOWN = "P-NOBODY-KNOWS";

    @Inject
    ReportBatch reportBatch;

    @Inject
    CommitmentFixture commitments;

    @Inject
    FirmClock clock;

    @Inject
    Jdbi jdbi;

    private String soap;
    private String rope;

    @BeforeEach
    void products_are_known() {
        soap = "SOAP-" + UUID.randomUUID();
        rope = "ROPE-" + UUID.randomUUID();
        MemberFixture.product(soap, 30);
        MemberFixture.product(rope, null);
    }

    /** One of two equal members, and its commitments. */
    private record Reporter(UUID member, List<UUID> commitments) {}

    /** A report in which a commitment is named by its number; 0 is none, one more than there are is one that nobody has. */
    private record Draft(Report report, int commitment) {

        Report of(Reporter reporter) {
            UUID id = commitment == 0
                    ? null
                    : commitment > COMMITMENTS
                            ? new UUID(7, 7)
                            : reporter.commitments().get(commitment - 1);
            return new Report(
                    report.product(),
                    report.lot(),
                    report.quantity(),
                    report.madeOn(),
                    report.bestBefore(),
                    report.route(),
                    id,
                    List.of(),
                    List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void batches_reported_at_once_are_taken_and_refused_as_one_by_one(long seed) {
        Random random = new Random(seed);
        Member.State state = seed % 3 == 0 ? Member.State.LEAVING : Member.State.ACTIVE;
        Reporter single = reporter(state);
        Reporter bulk = reporter(state);
        List<Draft> drafts =
                IntStream.range(0, REPORTS).mapToObj(each -> draft(random)).toList();
        int reportedBefore = random.nextInt(REPORTS / 2);
        for (Reporter each : List.of(single, bulk)) {
            reportAll(each, drafts.subList(0, reportedBefore), 1);
        }

        List<String> one = reportAll(single, drafts, 1);
        List<String> many = reportAll(bulk, drafts, 1 + random.nextInt(REPORTS));

        assertThat(many).isEqualTo(one);
        assertThat(new TreeSet<>(one))
                .as("kinds of outcomes")
                .contains("Reported")
                .hasSizeGreaterThan(5);
        assertThat(stored(bulk)).isEqualTo(stored(single)).isNotEmpty();
        assertThat(events(bulk)).isEqualTo(events(single)).isNotEmpty();
        assertThat(commitmentsOf(bulk)).isEqualTo(commitmentsOf(single)).hasSize(COMMITMENTS);
        assertThat(wrongOutlook(bulk)).isEmpty();
        assertThat(member(bulk)).isEqualTo(member(single));
    }

    @Test
    void the_statements_are_as_many_for_a_thousand_batches_as_for_ten() {
        assertThat(statements(1_000)).isEqualTo(statements(10)).isEqualTo(8);
    }

    @Test
    void what_fails_is_not_reported_by_half() {
        Reporter reporter = reporter(Member.State.ACTIVE);
        List<Report> reports = reports(reporter, 100);
        jdbi.useHandle(handle -> handle.execute(
                "create function refuse_payload() returns trigger language plpgsql as $$ begin if new.payload"
                        + " like '%NO-SUCH-LUCK%' then raise exception 'killed here'; end if; return new; end"
                        + " $$"));
        jdbi.useHandle(handle -> handle.execute("create trigger refuse_payload before insert on outbox"
                + " for each row execute function refuse_payload()"));
        try {
            List<Report> unlucky = new ArrayList<>(reports);
            unlucky.add(report("NO-SUCH-LUCK", reporter.commitments().getFirst()));

            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> reportBatch.reportAll(reporter.member(), unlucky, Cause.of("test"))))
                    .hasStackTraceContaining("killed here");
        } finally {
            jdbi.useHandle(handle -> handle.execute("drop trigger refuse_payload on outbox"));
            jdbi.useHandle(handle -> handle.execute("drop function refuse_payload"));
        }

        assertThat(stored(reporter)).isEmpty();
        assertThat(events(reporter)).isEmpty();
        assertThat(member(reporter)).isEqualTo("ACTIVE " + COMMITMENTS + " 0 f");
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> reportBatch.reportAll(reporter.member(), reports, Cause.of("test"))))
                .hasSize(100)
                .allMatch(ReportBatch.Reported.class::isInstance);
    }

    /** Of Jdbi and Hibernate; the outbox takes one more for all events. */
    private long statements(int batches) {
        Reporter reporter = reporter(Member.State.ACTIVE);
        List<Report> reports = reports(reporter, batches);
        return StatementCount.of(
                jdbi,
                Member.getEntityManager(),
                () -> reportBatch.reportAll(reporter.member(), reports, Cause.of("test")));
    }

    /** Some for two commitments of the product, the others for none. */
    private List<Report> reports(Reporter reporter, int number) {
        return IntStream.range(0, number)
                .mapToObj(each ->
                        report("L-" + each, each < 8 ? reporter.commitments().get(each % 2 * 2) : null))
                .toList();
    }

    private Report report(String lot, @Nullable UUID commitment) {
        return new Report(
                soap,
                Identifier.of(lot),
                Quantity.of(1, "C62"),
                clock.today(),
                null,
                "hand",
                commitment,
                List.of(),
                List.of());
    }

    private Reporter reporter(Member.State state) {
        UUID member = MemberFixture.member(Member.State.ACTIVE);
        List<UUID> open = IntStream.rangeClosed(1, COMMITMENTS)
                .mapToObj(each -> commitments.commit(
                        member,
                        each % 2 == 0 ? rope : soap,
                        Weeks.after(20 + each).toString(),
                        30))
                .toList();
        if (state == Member.State.LEAVING) {
            MemberFixture.leave(member);
        }
        return new Reporter(member, open);
    }

    private Draft draft(Random random) {
        String[] products = {soap, soap, soap, rope, rope, NOTHING_KNOWN};
        String[] lots = {"R-1", "r-1", "R 1", "A-2", "B-3", "C-4", "D-5", "E-6-G", "F-7/S"};
        String lot = random.nextInt(3) == 0 ? lots[random.nextInt(lots.length)] : "L-" + random.nextInt(REPORTS);
        Report report = new Report(
                products[random.nextInt(products.length)],
                Identifier.of(lot),
                Quantity.of(random.nextInt(8), random.nextInt(12) == 0 ? "KGM" : "C62"),
                clock.today().minusDays(random.nextInt(5) - 2),
                random.nextInt(4) == 0 ? clock.today().plusDays(random.nextInt(60) - 15) : null,
                random.nextBoolean() ? "hand" : "press",
                null,
                List.of(),
                List.of());
        return new Draft(report, random.nextInt(2) == 0 ? 0 : random.nextInt(COMMITMENTS + 2));
    }

    /** Outcomes, of which those that are refused say how; so many reports in each transaction. */
    private List<String> reportAll(Reporter reporter, List<Draft> drafts, int together) {
        List<String> outcomes = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += together) {
            List<Report> reports = drafts.subList(from, Math.min(drafts.size(), from + together)).stream()
                    .map(draft -> draft.of(reporter))
                    .toList();
            QuarkusTransaction.requiringNew()
                    .call(() -> reportBatch.reportAll(reporter.member(), reports, Cause.of("test")))
                    .forEach(outcome -> outcomes.add(text(outcome)));
        }
        return outcomes;
    }

    private static String text(ReportBatch.Outcome outcome) {
        return switch (outcome) {
            case ReportBatch.Reported reported -> "Reported";
            case ReportBatch.AlreadyReported known -> "AlreadyReported " + known.batch().lot;
            case ReportBatch.Refused(Refusal.Conflict conflict) -> conflict.code();
            case ReportBatch.Refused(Refusal.InvalidField field) -> field.field() + " " + field.code();
            case ReportBatch.Refused refused -> refused.toString();
        };
    }

    private List<String> stored(Reporter reporter) {
        return texts(reporter, """
            select concat_ws(' ', product, lot, quantity, unit, made_on, best_before, route, state, sorted_from, grade,
                             array_position(:commitments, commitment_id))
              from batch where member_id = :member order by id
            """);
    }

    /** Without what differs by itself: ids and moments. */
    private List<String> events(Reporter reporter) {
        return texts(reporter, """
            select type || regexp_replace(payload, '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9-]{10}T[0-9:.]+Z', '-', 'g')
                     || coalesce(array_position(:commitments, cast(payload::jsonb ->> 'commitmentId' as uuid)), 0)
              from (select seq, type, payload from outbox
                    union all select seq, type, payload from sent_event) as event
             where payload::jsonb ->> 'memberId' = cast(:member as text)
               and type not like '%QuantityCommitted%' order by seq
            """);
    }

    private List<String> commitmentsOf(Reporter reporter) {
        return texts(reporter, """
            select concat_ws(' ', product, period, reported, state, version) from commitment
             where member_id = :member and :commitments is not null order by period
            """);
    }

    /** Products and weeks whose outlook is not the sum of what the two members have open of their commitments. */
    private List<String> wrongOutlook(Reporter reporter) {
        return texts(reporter, """
            select d.product || ' ' || d.period from demand_outlook d join commitment c using (product, period)
             where d.product in (select product from commitment where member_id = :member) and :commitments is not null
             group by d.product, d.period, d.commitments
            having d.commitments <> coalesce(sum(c.quantity - c.reported) filter (where c.state = 'OPEN'), 0)
            """);
    }

    private String member(Reporter reporter) {
        return texts(reporter, """
            select concat_ws(' ', state, open_commitments, batches_reported, cleared_exit_id is not null) from member
             where id = :member and :commitments is not null
            """).getFirst();
    }

    private List<String> texts(Reporter reporter, String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                        .bind("member", reporter.member())
                        .bindArray("commitments", UUID.class, reporter.commitments())
                        .mapTo(String.class)
                        .list()));
    }
}
