package coop.parasol.production.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Every abuse of overflow sharing is refused: by one owner, in circles, at the last minute, at once, and of more than there is. */
@QuarkusTest
class SharingAbuseTest extends SharingScenario {

    @Test
    void no_more_is_offered_than_is_committed_and_not_made_nor_offered_already() {
        offer(meera, commitment, 60);

        assertThat(tryToOffer(meera, commitment, 41)).isEqualTo("more-than-committed");
        assertThat(tryToOffer(meera, commitment, 40)).isEmpty();
        assertThat(tryToOffer(meera, commitment, 1)).isEqualTo("more-than-committed");
    }

    @Test
    void what_is_made_meanwhile_is_not_taken() {
        UUID offer = offer(meera, commitment, 60);
        execute("update commitment set reported = 70 where id = '" + commitment + "'");

        assertThat(take(ravi, offer, 31)).isEqualTo("more-than-offered");
        assertThat(take(ravi, offer, 30)).isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(() -> views.toOthers(views.openTo(uma, new UUID(0, 0), 200))))
                .noneMatch(seen -> seen.offerId().equals(offer));
    }

    @Test
    void an_owner_shares_nothing_with_its_own_second_firm() {
        MemberFixture.oneOwner(meera, ravi);
        UUID offer = offer(meera, commitment, 60);

        assertThat(take(ravi, offer, 10)).isEqualTo("own-offer");
        assertThat(take(meera, offer, 10)).isEqualTo("own-offer");
        assertThat(sees(ravi, offer)).isFalse();
        assertThat(tryToOffer(meera, commitment, 10, ravi)).isEqualTo("own-offer");
        assertThat(take(uma, offer, 10)).isEmpty();
    }

    @Test
    void nothing_goes_in_a_circle_not_even_through_an_owners_other_firm() {
        UUID secondFirm = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.oneOwner(ravi, secondFirm);
        UUID ofSecondFirm = commitments.commit(secondFirm, product, WEEK.toString(), 50);
        assertThat(take(ravi, offer(meera, commitment, 60), 30)).isEmpty();
        UUID ravis = commitmentOf(ravi);

        assertThat(tryToOffer(ravi, ravis, 10)).isEqualTo("has-taken");
        assertThat(tryToOffer(secondFirm, ofSecondFirm, 10)).isEqualTo("has-taken");
        UUID ofUma = offer(uma, commitments.commit(uma, product, WEEK.toString(), 20), 20);
        assertThat(take(meera, ofUma, 5)).isEqualTo("has-offered");
        assertThat(take(ravi, ofUma, 5)).isEmpty();
    }

    @Test
    void who_has_withdrawn_an_offer_of_which_nothing_was_taken_may_take() {
        UUID offer = offer(meera, commitment, 60);
        UUID ofUma = offer(uma, commitments.commit(uma, product, WEEK.toString(), 20), 20);
        assertThat(take(meera, ofUma, 5)).isEqualTo("has-offered");
        assertThat(withdraw(meera, offer)).isEmpty();

        assertThat(take(meera, ofUma, 5)).isEmpty();
        assertThat(take(ravi, offer, 5)).isEqualTo("offer-not-open");
        assertThat(withdraw(meera, offer)).isEqualTo("offer-not-open");
    }

    @Test
    void what_is_taken_is_neither_lowered_nor_released_so_that_no_unit_is_lost() {
        assertThat(take(ravi, offer(meera, commitment, 60), 30)).isEmpty();
        UUID ravis = commitmentOf(ravi);

        assertThat(commitments.tryToChange(ravi, ravis, 29)).isEqualTo("below-taken");
        assertThat(commitments.tryToRelease(ravi, ravis)).isEqualTo("taken-from-another");
        assertThat(commitments.tryToChange(ravi, ravis, 45)).isEmpty();
        assertThat(commitments.tryToChange(ravi, ravis, 30)).isEmpty();
        atTheTurnOf(Weeks.after(3), Duration.ZERO);
        assertThat(commitments.tryToRelease(ravi, ravis)).isEmpty();
    }

    @Test
    void an_offer_ends_with_its_commitment_and_grows_smaller_with_it_for_good() {
        UUID first = offer(meera, commitment, 40);
        UUID second = offer(meera, commitment, 20);
        assertThat(take(ravi, second, 5)).isEmpty();

        assertThat(commitments.tryToChange(meera, commitment, 30)).isEmpty();
        assertThat(stateOf(second)).isEqualTo("WITHDRAWN");
        assertThat(commitments.tryToChange(meera, commitment, 100)).isEmpty();
        assertThat(take(uma, first, 31)).isEqualTo("more-than-offered");
        assertThat(take(uma, first, 10)).isEmpty();

        assertThat(commitments.tryToRelease(meera, commitment)).isEmpty();
        assertThat(stateOf(first)).isEqualTo("WITHDRAWN");
        assertThat(take(uma, first, 1)).isEqualTo("offer-not-open");
    }

    @Test
    void leaving_needs_no_permission_not_even_of_whom_a_part_was_taken_from() {
        assertThat(take(ravi, offer(meera, commitment, 60), 30)).isEmpty();
        assertThat(commitments.tryToRelease(ravi, commitmentOf(ravi))).isEqualTo("taken-from-another");
        MemberFixture.leave(ravi);

        assertThat(commitments.tryToRelease(ravi, commitmentOf(ravi))).isEmpty();
        assertThat(committed()).containsExactly(meera + " 70");
    }

    @Test
    void nobody_commits_and_so_nobody_offers_further_than_two_years_ahead() {
        assertThat(commitments.tryToCommit(meera, product, Weeks.after(104), 1)).isEmpty();
        assertThat(commitments.tryToCommit(meera, product, Weeks.after(106), 1)).isEqualTo("too-far-ahead");
    }

    @Test
    void nobody_takes_more_than_its_own_declared_capacity() {
        commitments.declare(ravi, product, WEEK, 15);
        UUID offer = offer(meera, commitment, 60);

        assertThat(take(ravi, offer, 16)).isEqualTo("over-capacity");
        assertThat(take(ravi, offer, 15)).isEmpty();
        assertThat(take(ravi, offer, 1)).isEqualTo("over-capacity");
    }

    @Test
    void an_offer_is_taken_until_the_last_minute_before_the_freeze_and_lapses_then() {
        UUID offer = offer(meera, commitment, 60);
        atTheTurnOf(WEEK, Duration.ofMinutes(-1));
        lapseOffers.run();
        assertThat(take(ravi, offer, 10)).isEmpty();
        atTheTurnOf(WEEK, Duration.ZERO);

        assertThat(take(ravi, offer, 10)).isEqualTo("week-frozen");
        assertThat(tryToOffer(meera, commitment, 10)).isEqualTo("week-frozen");
        assertThat(sees(uma, offer)).isFalse();
        lapseOffers.run();
        assertThat(stateOf(offer)).isEqualTo("LAPSED");
        assertThat(committed()).containsExactlyInAnyOrder(meera + " 90", ravi + " 10");
    }

    @Test
    void of_two_that_take_the_rest_at_once_one_gets_it() {
        for (int round = 0; round < 10; round++) {
            UUID committed = commitments.commit(
                    meera, product, "B", Weeks.after(3 + round).toString(), 50);
            UUID offer = offer(meera, committed, 30);
            CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> take(ravi, offer, 30));
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> take(uma, offer, 30));

            assertThat(List.of(first.join(), second.join()))
                    .containsOnlyOnce("")
                    .doesNotContain("500");
            assertThat(texts("select taken::bigint::text from shared_offer where product = :product and id = '" + offer
                            + "'"))
                    .containsExactly("30");
        }
    }

    @Test
    void whatever_many_do_at_once_the_sum_of_what_is_committed_stays() {
        List<UUID> members = new ArrayList<>(List.of(meera, ravi, uma));
        for (int more = 0; more < 3; more++) {
            UUID member = MemberFixture.member(Member.State.ACTIVE);
            commitments.commit(member, product, WEEK.toString(), 100);
            members.add(member);
        }
        Random random = new Random(61);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            long seed = random.nextLong();
            running.add(CompletableFuture.runAsync(() -> shareAtRandom(new Random(seed), members)));
        }
        running.forEach(CompletableFuture::join);

        assertThat(
                        texts(
                                "select sum(quantity)::bigint::text from commitment where product = :product and state <> 'RELEASED'"))
                .containsExactly("400");
        assertThat(outlook()).isEqualTo("400");
        assertThat(texts("""
                select o.member_id::text from shared_offer o join taken_part p on p.member_id = o.member_id
                  join shared_offer t on t.id = p.offer_id
                 where o.product = :product and t.product = :product and o.taken > 0
                """)).isEmpty();
        assertThat(texts("""
                select o.id::text from shared_offer o left join taken_part p on p.offer_id = o.id
                 where o.product = :product group by o.id having o.taken <> coalesce(sum(p.quantity), 0)
                """)).isEmpty();
    }
}
