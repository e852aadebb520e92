package coop.parasol.production.counting;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.OwnerRecorded;
import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.member.Member;
import coop.parasol.production.member.OnOwnerRecorded;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts of commitments is fixed once, when their week is frozen, and nothing is changed from then on. */
@QuarkusTest
class CountCommitmentsTest {

    private static final Period WEEK = Weeks.after(2);
    private static final Period LATER = Weeks.after(3);

    private static final Envelope ENVELOPE =
            new Envelope(new UUID(0, 0), "", "", 0, Instant.EPOCH, Cause.of("membership"));

    @Inject
    CountCommitments countCommitments;

    @Inject
    OnOwnerRecorded onOwnerRecorded;

    @Inject
    CommitmentFixture commitments;

    @Inject
    MovableClock clock;

    @Inject
    FirmClock firm;

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();
    private UUID meera;
    private UUID ravi;
    private UUID uma;

    @BeforeEach
    void members_and_product_are_known_and_nothing_is_frozen() {
        meera = MemberFixture.member(Member.State.ACTIVE);
        ravi = MemberFixture.member(Member.State.ACTIVE);
        uma = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        countCommitments.run();
    }

    @AfterEach
    void the_clock_and_the_freeze_go_back_for_other_tests() {
        clock.reset();
        execute("update planning_freeze set frozen_until = '', counted_until = ''");
        execute("delete from freeze_bylaw");
        execute("drop trigger if exists test_stop on frozen_week");
    }

    @Test
    void a_million_committed_counts_no_more_than_what_the_others_have_committed() {
        ordered(WEEK, 300);
        commitments.commit(meera, product, WEEK.toString(), 1_000_000);
        commitments.commit(ravi, product, WEEK.toString(), 100);
        commitments.commit(uma, product, WEEK.toString(), 100);
        countCommitments.run();
        assertThat(counted()).isEmpty();

        atTheTurnOf(WEEK, Duration.ZERO);
        countCommitments.run();

        assertThat(counted()).containsExactly("100", "100", "100");
        assertThat(events()).containsExactlyInAnyOrder(meera + " 100", ravi + " 100", uma + " 100");
    }

    @Test
    void what_is_fixed_once_is_not_fixed_again_whatever_is_ordered_later() {
        ordered(WEEK, 60);
        commitments.commit(meera, product, WEEK.toString(), 100);
        commitments.commit(ravi, product, WEEK.toString(), 100);
        atTheTurnOf(WEEK, Duration.ZERO);
        countCommitments.run();

        ordered(WEEK, 1_000);
        countCommitments.run();
        atTheTurnOf(LATER, Duration.ofDays(30));
        countCommitments.run();

        assertThat(counted()).containsExactly("30", "30");
        assertThat(events()).hasSize(2);
    }

    @Test
    void until_the_last_minute_before_its_monday_a_week_is_open_and_from_then_on_frozen() {
        UUID commitment = commitments.commit(meera, product, WEEK.toString(), 100);

        atTheTurnOf(WEEK, Duration.ofMinutes(-1));
        countCommitments.run();
        assertThat(commitments.tryToCommit(ravi, product, WEEK, 5)).isEmpty();
        assertThat(commitments.tryToChange(meera, commitment, 90)).isEmpty();
        atTheTurnOf(WEEK, Duration.ZERO);

        assertThat(commitments.tryToCommit(uma, product, WEEK, 5)).isEqualTo("week-frozen");
        assertThat(commitments.tryToChange(meera, commitment, 80)).isEqualTo("week-frozen");
        assertThat(commitments.tryToChange(meera, commitment, 101)).isEqualTo("week-frozen");
        assertThat(commitments.tryToRelease(meera, commitment)).isEqualTo("week-frozen");
        assertThat(commitments.tryToCommit(uma, product, LATER, 5)).isEmpty();
    }

    @Test
    void nothing_is_committed_for_a_week_that_is_over_and_what_was_not_made_may_be_released() {
        UUID commitment = commitments.commit(meera, product, WEEK.toString(), 100);
        atTheTurnOf(LATER, Duration.ZERO);

        assertThat(commitments.tryToCommit(uma, product, WEEK, 5)).isEqualTo("week-over");
        assertThat(commitments.tryToCommit(uma, product, Weeks.after(-1), 5)).isEqualTo("week-over");
        assertThat(commitments.tryToChange(meera, commitment, 80)).isEqualTo("week-over");
        assertThat(commitments.tryToRelease(meera, commitment)).isEmpty();
    }

    @Test
    void a_clock_that_goes_back_or_bylaws_that_shrink_the_horizon_open_no_frozen_week() {
        bylaw(1, 3);
        atTheTurnOf(WEEK, Duration.ofDays(-14));
        countCommitments.run();
        bylaw(2, 0);

        assertThat(commitments.tryToCommit(ravi, product, WEEK, 5)).isEqualTo("week-frozen");
        assertThat(commitments.tryToCommit(ravi, product, LATER, 5)).isEmpty();
    }

    @Test
    void what_an_instance_that_was_killed_at_the_freeze_has_left_is_counted_by_the_next() {
        MemberFixture.product(product + "-2", null);
        ordered(WEEK, 50);
        commitments.commit(meera, product, WEEK.toString(), 40);
        commitments.commit(ravi, product, WEEK.toString(), 40);
        commitments.commit(uma, product + "-2", WEEK.toString(), 40);
        atTheTurnOf(WEEK, Duration.ZERO);
        execute("""
            create or replace function test_stop() returns trigger language plpgsql as
            $$ begin if new.product not like '%-2' then raise exception 'killed'; end if; return new; end $$
            """);
        execute("create trigger test_stop before insert on frozen_week for each row execute function test_stop()");

        countCommitments.run();
        assertThat(counted()).isEmpty();
        assertThat(commitments.tryToCommit(uma, product, WEEK, 5)).isEqualTo("week-frozen");
        execute("drop trigger test_stop on frozen_week");
        countCommitments.run();

        assertThat(counted()).containsExactly("25", "25");
        assertThat(events()).hasSize(2);
    }

    @Test
    void commitments_that_sum_to_more_than_any_quantity_do_not_stop_the_freeze() {
        ordered(WEEK, 60);
        commitments.commit(meera, product, "A", WEEK.toString(), 999_999_999_999L);
        execute("insert into commitment (id, member_id, product, grade, period, route, quantity, unit, reported,"
                + " state, version) select gen_random_uuid(), member_id, product, grade, period, 'press',"
                + " quantity, unit, 0, state, 0 from commitment where product = '" + product + "'");
        commitments.commit(ravi, product, WEEK.toString(), 100);
        atTheTurnOf(WEEK, Duration.ZERO);
        countCommitments.run();

        assertThat(counted()).containsExactly("30", "30");
        assertThat(events()).hasSize(2);
    }

    @Test
    void firms_of_one_owner_count_as_one_producer_from_the_freeze_after_it_was_recorded() {
        ordered(WEEK, 60);
        ordered(LATER, 60);
        for (Period week : List.of(WEEK, LATER)) {
            commitments.commit(meera, product, week.toString(), 100);
            commitments.commit(ravi, product, week.toString(), 100);
            commitments.commit(uma, product, week.toString(), 100);
        }
        atTheTurnOf(WEEK, Duration.ZERO);
        countCommitments.run();
        assertThat(counted(WEEK)).containsExactly("20", "20", "20");

        UUID owner = UUID.randomUUID();
        told(new OwnerRecorded(meera, owner, Instant.EPOCH));
        told(new OwnerRecorded(ravi, owner, Instant.EPOCH));
        atTheTurnOf(LATER, Duration.ZERO);
        countCommitments.run();

        assertThat(counted(WEEK)).as("what is fixed stays").containsExactly("20", "20", "20");
        assertThat(counted(LATER)).containsExactly("15", "15", "30");
        assertThat(texts(
                        "select producers || ' ' || level::bigint from frozen_week where product = :product and period = '"
                                + LATER + "'"))
                .containsExactly("2 30");
        assertThat(texts("select committed_by_owner::bigint::text from counted_commitment where product = :product"
                        + " and period = '" + LATER + "' order by counts"))
                .containsExactly("200", "200", "100");
    }

    @Test
    void a_firm_that_has_its_own_owner_again_is_a_producer_of_its_own_again() {
        ordered(WEEK, 60);
        commitments.commit(meera, product, WEEK.toString(), 100);
        commitments.commit(ravi, product, WEEK.toString(), 100);
        MemberFixture.oneOwner(meera, ravi);
        told(new OwnerRecorded(ravi, ravi, Instant.EPOCH));
        commitments.commit(uma, product, WEEK.toString(), 100);
        atTheTurnOf(WEEK, Duration.ZERO);
        countCommitments.run();

        assertThat(counted()).containsExactly("20", "20", "20");
    }

    @Test
    void each_grade_is_counted_by_itself() {
        ordered(WEEK, 50);
        commitments.commit(meera, product, WEEK.toString(), 40);
        commitments.commit(ravi, product, "B", WEEK.toString(), 40);
        atTheTurnOf(WEEK, Duration.ZERO);
        countCommitments.run();

        assertThat(counted()).containsExactlyInAnyOrder("40", "0");
    }

    /** The moment at which a week begins for the firm, and so much after it. */
    private void atTheTurnOf(Period week, Duration after) {
        clock.setTo(firm.startOfDay(week.monday()).plus(after));
    }

    private void bylaw(int version, int weeks) {
        execute("insert into freeze_bylaw (bylaws_version, effective_from, weeks) values (" + version + ", 'epoch', "
                + weeks + ")");
    }

    private void ordered(Period week, long pieces) {
        execute("insert into demand_outlook (product, grade, period, unit, open_orders) values ('" + product
                + "', 'A', '"
                + week + "', 'C62', " + pieces + ") on conflict (product, grade, period) do update set open_orders = "
                + pieces);
    }

    private void told(OwnerRecorded event) {
        QuarkusTransaction.requiringNew().run(() -> onOwnerRecorded.on(event, ENVELOPE));
    }

    private List<String> counted(Period week) {
        return texts("select counts::bigint::text from counted_commitment where product = :product and period = '"
                + week + "' order by counts");
    }

    private List<String> counted() {
        return texts(
                "select counts::bigint::text from counted_commitment where product = :product order by grade, counts");
    }

    private List<String> events() {
        return texts("""
            select payload::jsonb ->> 'memberId' || ' ' || (payload::jsonb -> 'counts' ->> 'value')
              from (select type, payload from outbox union all select type, payload from sent_event) as event
             where type like '%CommitmentCounted%' and payload::jsonb ->> 'product' = :product
            """);
    }

    private List<String> texts(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                        .bind("product", product)
                        .mapTo(String.class)
                        .list()));
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    }
}
