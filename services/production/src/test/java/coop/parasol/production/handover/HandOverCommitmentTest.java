package coop.parasol.production.handover;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.counting.CountCommitments;
import coop.parasol.production.member.Member;
import coop.parasol.testing.MovableClock;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inside the freeze what counts of a commitment goes to another member that accepts it, and nothing else changes. */
@QuarkusTest
class HandOverCommitmentTest {

    private static final Period WEEK = Weeks.after(2);

    @Inject
    HandOverCommitment handovers;

    @Inject
    LapseHandovers lapseHandovers;

    @Inject
    CountCommitments countCommitments;

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
    private UUID commitment;

    @BeforeEach
    void sixty_of_each_hundred_that_two_have_committed_count() {
        meera = MemberFixture.member(Member.State.ACTIVE);
        ravi = MemberFixture.member(Member.State.ACTIVE);
        uma = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        for (UUID member : List.of(meera, ravi, uma)) {
            commitments.declare(member, product, WEEK, 1_000_000);
        }
        countCommitments.run();
        execute("insert into demand_outlook (product, grade, period, unit, open_orders) values ('" + product
                + "', 'A', '" + WEEK + "', 'C62', 120)");
        commitment = commitments.commit(meera, product, WEEK.toString(), 100);
        commitments.commit(ravi, product, WEEK.toString(), 100);
    }

    @AfterEach
    void the_clock_and_the_freeze_go_back_for_other_tests() {
        clock.reset();
        countCommitments.run(); // after the timer, if it counts by the other clock just now
        execute("update planning_freeze set frozen_until = '', counted_until = ''");
    }

    @Test
    void what_is_handed_over_counts_for_who_has_accepted_it_and_the_sum_stays() {
        freeze();
        UUID handover = propose(25, uma);
        assertThat(counted()).containsExactlyInAnyOrder(meera + " 60", ravi + " 60");

        assertThat(accept(uma, handover)).isEmpty();

        assertThat(counted()).containsExactlyInAnyOrder(meera + " 35", ravi + " 60", uma + " 25");
        assertThat(committed()).containsExactlyInAnyOrder(meera + " 75", ravi + " 100", uma + " 25");
        assertThat(events("CommitmentCounted")).contains(meera + " 35", uma + " 25");
        assertThat(texts("select counts::bigint || ' ' || handed_over::bigint || ' ' || received::bigint"
                        + " from counted_commitment where product = :product and member_id = '" + meera + "'"))
                .as("the reckoning stays")
                .containsExactly("60 25 0");
    }

    @Test
    void what_was_received_may_be_handed_on_but_never_more_than_counts_and_is_not_made() {
        freeze();
        assertThat(tryToPropose(61, ravi)).isEqualTo("more-than-counts");
        execute("update commitment set reported = 50 where id = '" + commitment + "'");
        assertThat(tryToPropose(11, ravi)).isEqualTo("more-than-counts");
        assertThat(accept(ravi, propose(10, ravi))).isEmpty();

        assertThat(counted()).containsExactlyInAnyOrder(meera + " 50", ravi + " 70");
        assertThat(tryToPropose(1, ravi)).isEqualTo("more-than-counts");
        UUID ravis = UUID.fromString(texts("select id::text from commitment where product = :product and member_id = '"
                        + ravi + "' order by quantity desc")
                .getFirst());
        assertThat(accept(uma, propose(ravi, ravis, 70, uma))).isEmpty();
        assertThat(counted()).containsExactlyInAnyOrder(meera + " 50", ravi + " 0", uma + " 70");
    }

    @Test
    void two_proposals_for_the_same_units_hand_them_over_once() {
        freeze();
        UUID first = propose(60, ravi);
        UUID second = propose(60, uma);
        CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> accept(ravi, first));
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> accept(uma, second));

        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder("", "more-than-counts");
        assertThat(texts("select sum(counts - handed_over + received)::bigint::text from counted_commitment"
                        + " where product = :product"))
                .containsExactly("120");
    }

    @Test
    void before_the_freeze_and_after_its_week_nothing_is_handed_over() {
        assertThat(tryToPropose(10, uma)).isEqualTo("week-open");
        clock.setTo(firm.startOfDay(WEEK.monday()));
        assertThat(tryToPropose(10, uma)).isEqualTo("not-counted-yet");
        countCommitments.run();
        UUID handover = propose(10, uma);
        clock.setTo(firm.startOfDay(Weeks.after(3).monday()));

        assertThat(accept(uma, handover)).isEqualTo("week-over");
        assertThat(tryToPropose(10, uma)).isEqualTo("week-over");
        lapseHandovers.run();
        assertThat(stateOf(handover)).isEqualTo("LAPSED");
    }

    @Test
    void it_is_declined_or_withdrawn_and_then_not_accepted() {
        freeze();
        UUID declined = propose(10, uma);
        UUID withdrawn = propose(10, uma);
        assertThat(end(declined, uma)).isEmpty();
        assertThat(end(withdrawn, meera)).isEmpty();

        assertThat(stateOf(declined)).isEqualTo("DECLINED");
        assertThat(stateOf(withdrawn)).isEqualTo("WITHDRAWN");
        assertThat(accept(uma, declined)).isEqualTo("already-decided");
        assertThat(end(withdrawn, uma)).isEqualTo("already-decided");
        assertThat(counted()).containsExactlyInAnyOrder(meera + " 60", ravi + " 60");
    }

    @Test
    void only_another_active_member_accepts_it_and_within_its_own_capacity() {
        commitments.declare(uma, product, WEEK, 15);
        freeze();
        assertThat(tryToPropose(10, meera)).isEqualTo("own-commitment");
        assertThat(tryToPropose(10, UUID.randomUUID())).isEqualTo("unknown-member");
        assertThat(tryToPropose(0, uma)).isEqualTo("not-positive");
        assertThat(accept(uma, propose(16, uma))).isEqualTo("over-capacity");
        UUID possible = propose(15, uma);
        MemberFixture.leave(uma);
        assertThat(accept(uma, possible)).isEqualTo("unknown-member");
    }

    private void freeze() {
        clock.setTo(firm.startOfDay(WEEK.monday()));
        countCommitments.run();
    }

    private UUID propose(long pieces, UUID to) {
        return propose(meera, commitment, pieces, to);
    }

    private UUID propose(UUID from, UUID of, long pieces, UUID to) {
        return ((HandOverCommitment.Done) proposed(from, of, pieces, to)).handover().id;
    }

    private String tryToPropose(long pieces, UUID to) {
        return code(proposed(meera, commitment, pieces, to));
    }

    private HandOverCommitment.Outcome proposed(UUID from, UUID of, long pieces, UUID to) {
        return QuarkusTransaction.requiringNew()
                .call(() -> handovers.propose(from, of, to, Quantity.of(pieces, "C62")));
    }

    private String accept(UUID by, UUID handover) {
        return code(QuarkusTransaction.requiringNew().call(() -> {
            Handover.Parties parties = Handover.partiesOf(handover).orElseThrow();
            assertThat(parties.to()).isEqualTo(by);
            return handovers.accept(parties, handover, "hand", Cause.of("test"));
        }));
    }

    private String end(UUID handover, UUID by) {
        return code(QuarkusTransaction.requiringNew()
                .call(() -> handovers.end(Handover.partiesOf(handover).orElseThrow(), handover, by)));
    }

    private static String code(HandOverCommitment.Outcome outcome) {
        return switch (outcome) {
            case HandOverCommitment.Done done -> "";
            case HandOverCommitment.Refused refused ->
                switch (refused.reason()) {
                    case Refusal.Conflict conflict -> conflict.code();
                    case Refusal.InvalidField field -> field.code();
                    default -> refused.toString();
                };
        };
    }

    private List<String> counted() {
        return texts("select member_id || ' ' || (counts - handed_over + received)::bigint from counted_commitment"
                + " where product = :product");
    }

    private List<String> committed() {
        return texts("select member_id || ' ' || sum(quantity)::bigint from commitment"
                + " where product = :product and state <> 'RELEASED' group by member_id");
    }

    private List<String> events(String type) {
        return texts("""
                select (payload::jsonb ->> 'memberId') || ' ' || (payload::jsonb -> 'counts' ->> 'value')
                  from (select type, payload from outbox union all select type, payload from sent_event) as event
                 where type like '%%%s%%' and payload::jsonb ->> 'product' = :product
                """.formatted(type));
    }

    private String stateOf(UUID handover) {
        return texts("select state from handover where product = :product and id = '" + handover + "'")
                .getFirst();
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
