package coop.parasol.production.sharing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.sharing.rules.OfferRules.Allowed;
import coop.parasol.production.sharing.rules.OfferRules.Decision;
import coop.parasol.production.sharing.rules.OfferRules.Refused;
import coop.parasol.production.sharing.rules.OfferRules.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Overflow sharing (rules.md 5): what may be offered of a commitment, and who may take it. */
class OfferRulesTest {

    private static final Side NEITHER = new Side(false, false);
    private static final Side GIVER = new Side(true, false);
    private static final Side TAKER = new Side(false, true);

    @Test
    void what_is_neither_reported_nor_offered_already_may_be_offered() {
        assertThat(offer(60, 100, 40, NEITHER)).isInstanceOf(Allowed.class);
        assertThat(code(offer(61, 100, 40, NEITHER))).isEqualTo("more-than-committed");
        assertThat(code(offer(1, 20, 40, NEITHER))).isEqualTo("more-than-committed");
        assertThat(code(offer(0, 100, 0, NEITHER))).isEqualTo("not-positive");
        assertThat(code(offer(-1, 100, 0, NEITHER))).isEqualTo("not-positive");
    }

    @Test
    void who_offers_may_offer_more_and_who_has_taken_offers_nothing() {
        assertThat(offer(10, 100, 40, GIVER)).isInstanceOf(Allowed.class);
        assertThat(code(offer(10, 100, 40, TAKER))).isEqualTo("has-taken");
    }

    @Test
    void an_offer_is_taken_whole_or_in_part_as_far_as_its_commitment_is_not_made() {
        assertThat(available(50, 20, 100)).isEqualByComparingTo("30");
        assertThat(available(50, 20, 25)).isEqualByComparingTo("25");
        assertThat(available(50, 50, 100)).isZero();
        assertThat(take(30, 30, false, true, NEITHER)).isInstanceOf(Allowed.class);
        assertThat(code(take(31, 30, false, true, NEITHER))).isEqualTo("more-than-offered");
        assertThat(code(take(0, 30, false, true, NEITHER))).isEqualTo("not-positive");
    }

    @Test
    void nobody_takes_from_a_firm_of_its_owner_nor_what_is_offered_to_others() {
        assertThat(code(take(10, 30, true, true, NEITHER))).isEqualTo("own-offer");
        assertThat(code(take(10, 30, false, false, NEITHER))).isEqualTo("not-offered-to-you");
    }

    @Test
    void who_offers_takes_nothing_and_who_has_taken_may_take_more() {
        assertThat(code(take(10, 30, false, true, GIVER))).isEqualTo("has-offered");
        assertThat(take(10, 30, false, true, TAKER)).isInstanceOf(Allowed.class);
    }

    private static String code(Decision decision) {
        return ((Refused) decision).code();
    }

    private static Decision offer(long part, long outstanding, long offered, Side own) {
        return OfferRules.offer(
                BigDecimal.valueOf(part), BigDecimal.valueOf(outstanding), BigDecimal.valueOf(offered), own);
    }

    private static Decision take(long part, long available, boolean ofOneOwner, boolean isOffered, Side taker) {
        return OfferRules.take(BigDecimal.valueOf(part), BigDecimal.valueOf(available), ofOneOwner, isOffered, taker);
    }

    private static BigDecimal available(long offered, long taken, long outstanding) {
        return OfferRules.available(
                BigDecimal.valueOf(offered), BigDecimal.valueOf(taken), BigDecimal.valueOf(outstanding));
    }
}
