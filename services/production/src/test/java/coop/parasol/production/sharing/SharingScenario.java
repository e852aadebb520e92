package coop.parasol.production.sharing;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.member.Member;
import coop.parasol.testing.MovableClock;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A week of three producers, of whom one has committed more than it can make; with what tests of sharing do in it. */
abstract class SharingScenario {

    static final Period WEEK = Weeks.after(2);

    @Inject
    ShareCommitment sharing;

    @Inject
    LapseOffers lapseOffers;

    @Inject
    OfferViews views;

    @Inject
    OriginatorShareBylaw bylaw;

    @Inject
    CommitmentFixture commitments;

    @Inject
    MovableClock clock;

    @Inject
    FirmClock firm;

    @Inject
    Jdbi jdbi;

    final String product = "P-" + UUID.randomUUID();
    UUID meera;
    UUID ravi;
    UUID uma;
    UUID commitment;

    @BeforeEach
    void meera_has_committed_more_than_she_can_make() {
        meera = MemberFixture.member(Member.State.ACTIVE);
        ravi = MemberFixture.member(Member.State.ACTIVE);
        uma = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        for (UUID member : List.of(meera, ravi, uma)) {
            commitments.declare(member, product, WEEK, 1_000_000);
        }
        commitment = commitments.commit(meera, product, WEEK.toString(), 100);
    }

    @AfterEach
    void the_clock_and_the_freeze_go_back_for_other_tests() {
        clock.reset();
        execute("update planning_freeze set frozen_until = '', counted_until = ''");
        execute("delete from originator_bylaw");
    }

    void shareAtRandom(Random random, List<UUID> members) {
        for (int step = 0; step < 25; step++) {
            UUID member = members.get(random.nextInt(members.size()));
            List<String> open = texts("select id::text from shared_offer where product = :product and state = 'OPEN'");
            if (open.isEmpty() || random.nextInt(3) == 0) {
                texts("select id::text from commitment where product = :product and state = 'OPEN' and member_id = '"
                                + member + "'")
                        .forEach(own -> tryToOffer(member, UUID.fromString(own), 1L + random.nextInt(30)));
            } else {
                take(member, UUID.fromString(open.get(random.nextInt(open.size()))), 1L + random.nextInt(20));
            }
        }
    }

    UUID offer(UUID by, UUID of, long pieces, UUID... to) {
        return ((ShareCommitment.Offered) offered(by, of, pieces, to)).offer().id;
    }

    String tryToOffer(UUID by, UUID of, long pieces, UUID... to) {
        return code(offered(by, of, pieces, to));
    }

    ShareCommitment.Outcome offered(UUID by, UUID of, long pieces, UUID... to) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sharing.offer(by, of, Quantity.of(pieces, "C62"), List.of(to)));
    }

    /** Takes a part, by a member that could make a million where it has declared nothing. */
    String take(UUID by, UUID offer, long pieces) {
        texts("select period from shared_offer where product = :product and id = '" + offer + "'")
                .forEach(week -> commitments.declareIfNothingIs(by, product, Period.parse(week), 1_000_000));
        return code(QuarkusTransaction.requiringNew()
                .call(() -> sharing.take(by, offer, Quantity.of(pieces, "C62"), "hand", Cause.of("test"))));
    }

    String withdraw(UUID by, UUID offer) {
        return code(QuarkusTransaction.requiringNew().call(() -> sharing.withdraw(by, offer)));
    }

    boolean sees(UUID member, UUID offer) {
        return QuarkusTransaction.requiringNew().call(() -> views.openTo(member, new UUID(0, 0), 1_000)).stream()
                .anyMatch(open -> open.id().equals(offer));
    }

    static String code(ShareCommitment.Outcome outcome) {
        return switch (outcome) {
            case ShareCommitment.Offered offered -> "";
            case ShareCommitment.Taken taken -> "";
            case ShareCommitment.Refused refused ->
                switch (refused.reason()) {
                    case Refusal.Conflict conflict -> conflict.code();
                    case Refusal.InvalidField field -> field.code();
                    default -> refused.toString();
                };
        };
    }

    Instant clockNow() {
        return firm.now();
    }

    void atTheTurnOf(Period week, Duration after) {
        clock.setTo(firm.startOfDay(week.monday()).plus(after));
    }

    UUID commitmentOf(UUID member) {
        return UUID.fromString(
                texts("select id::text from commitment where product = :product and member_id = '" + member + "'")
                        .getFirst());
    }

    List<String> committed() {
        return texts("""
                select member_id || ' ' || sum(quantity)::bigint from commitment
                 where product = :product and state <> 'RELEASED' group by member_id
                """);
    }

    String outlook() {
        return texts("select sum(commitments)::bigint::text from demand_outlook where product = :product")
                .getFirst();
    }

    String stateOf(UUID offer) {
        return texts("select state from shared_offer where product = :product and id = '" + offer + "'")
                .getFirst();
    }

    List<String> texts(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                        .bind("product", product)
                        .mapTo(String.class)
                        .list()));
    }

    void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    }
}
