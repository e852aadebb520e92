package coop.parasol.production.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.MemberFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Overflow sharing on the real database: who takes a part commits it, and nothing is lost or doubled. */
@QuarkusTest
class ShareCommitmentTest extends SharingScenario {

    @Test
    void who_takes_a_part_commits_it_and_the_originator_keeps_its_share_and_the_rest() {
        UUID offer = offer(meera, commitment, 60);

        assertThat(take(ravi, offer, 25)).isEmpty();
        assertThat(take(uma, offer, 35)).isEmpty();

        assertThat(committed()).containsExactlyInAnyOrder(meera + " 40", ravi + " 25", uma + " 35");
        assertThat(outlook()).isEqualTo("100");
        assertThat(stateOf(offer)).isEqualTo("TAKEN");
        assertThat(texts("""
                select (payload::jsonb ->> 'takerId') || ' ' || (payload::jsonb -> 'quantity' ->> 'value') || ' '
                       || (payload::jsonb ->> 'originatorShare')
                  from (select type, payload from outbox union all select type, payload from sent_event) as event
                 where type like '%OverflowTaken%' and payload::jsonb ->> 'product' = :product
                """)).containsExactlyInAnyOrder(ravi + " 25 300", uma + " 35 300");
    }

    @Test
    void the_originators_share_is_that_of_the_bylaws_when_it_was_offered() {
        UUID before = offer(meera, commitment, 10);
        QuarkusTransaction.requiringNew().run(() -> bylaw.change(2, clockNow(), 500));
        UUID after = offer(meera, commitment, 10);

        assertThat(texts("select originator_share::text from shared_offer where product = :product order by id"))
                .containsExactly("300", "500");
        assertThat(take(ravi, before, 10)).isEmpty();
        assertThat(take(ravi, after, 10)).isEmpty();
    }

    @Test
    void a_commitment_that_is_taken_whole_is_released_and_one_that_is_made_in_part_is_fulfilled_by_the_rest() {
        assertThat(take(ravi, offer(meera, commitment, 100), 100)).isEmpty();
        assertThat(committed()).containsExactly(ravi + " 100");
        UUID second = commitments.commit(uma, product, "B", WEEK.toString(), 50);
        execute("update commitment set reported = 20 where id = '" + second + "'");
        assertThat(take(meera, offer(uma, second, 30), 30)).isEmpty();

        assertThat(texts("select state || ' ' || quantity::bigint from commitment where id = '" + second
                        + "' and product = :product"))
                .containsExactly("FULFILLED 20");
    }

    @Test
    void a_part_raises_the_takers_open_commitment_of_the_same_route() {
        UUID own = commitments.commit(ravi, product, WEEK.toString(), 10);
        assertThat(take(ravi, offer(meera, commitment, 30), 20)).isEmpty();

        assertThat(texts("select quantity::bigint || ' ' || taken::bigint from commitment where id = '" + own
                        + "' and product = :product"))
                .containsExactly("30 20");
    }

    @Test
    void an_offer_to_named_members_is_seen_and_taken_by_them_alone() {
        UUID offer = offer(meera, commitment, 60, ravi);

        assertThat(sees(ravi, offer)).isTrue();
        assertThat(sees(uma, offer)).isFalse();
        assertThat(sees(meera, offer)).isFalse();
        assertThat(take(uma, offer, 10)).isEqualTo("not-offered-to-you");
        assertThat(take(ravi, offer, 10)).isEmpty();
        assertThat(tryToOffer(meera, commitment, 10, UUID.randomUUID())).isEqualTo("unknown-member");
    }

    @Test
    void a_withdrawal_takes_back_what_is_not_taken_and_nothing_else() {
        UUID offer = offer(meera, commitment, 60);
        assertThat(take(ravi, offer, 20)).isEmpty();
        assertThat(withdraw(meera, offer)).isEmpty();

        assertThat(committed()).containsExactlyInAnyOrder(meera + " 80", ravi + " 20");
        assertThat(take(uma, offer, 5)).isEqualTo("offer-not-open");
    }

    @Test
    void a_leaving_producer_shares_what_it_has_committed_and_takes_nothing() {
        UUID offer = offer(meera, commitment, 60);
        MemberFixture.leave(ravi);
        assertThat(take(ravi, offer, 10)).isEqualTo("member-not-active");
        MemberFixture.leave(meera);
        UUID rest = offer(meera, commitment, 40);

        assertThat(take(uma, offer, 60)).isEmpty();
        assertThat(take(uma, rest, 40)).isEmpty();
        assertThat(committed()).containsExactly(uma + " 100");
    }
}
