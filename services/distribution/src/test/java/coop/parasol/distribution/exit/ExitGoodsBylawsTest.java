package coop.parasol.distribution.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.contracts.Money;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.bylaws.OnBylawsChanged;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The members decide at which price tier the firm buys a leaving member's goods; membership's events tell it. */
@QuarkusTest
class ExitGoodsBylawsTest {

    @Inject
    UseCases useCases;

    @Inject
    OnBylawsChanged onBylawsChanged;

    @Inject
    ExitGoodsBylaws bylaw;

    @Inject
    LeavingGoods leaving;

    @Inject
    DecideExitGoods decideExitGoods;

    @Inject
    Jdbi jdbi;

    @Test
    void the_highest_version_that_names_a_tier_counts_in_whatever_order_they_come() throws Exception {
        UseCases.rolledBack(() -> {
            tell(100, Map.of("goodsPurchaseTier", "EXPORT"));
            tell(101, Map.of("noticePeriod", "P30D"));
            tell(99, Map.of("goodsPurchaseTier", "RETAIL"));
            assertThat(bylaw.tier()).contains("EXPORT");
            tell(102, Map.of("goodsPurchaseTier", "WHOLESALE"));
            assertThat(bylaw.tier()).contains("WHOLESALE");
            tell(104, Map.of("goodsOfferDays", "14"));
            tell(103, Map.of("goodsOfferDays", "60"));
            assertThat(bylaw.offerDays()).contains(14);
            tell(105, Map.of("goodsCollectionDays", "21", "lastStatementMonths", "4"));
            assertThat(bylaw.collectionDays()).contains(21);
            assertThat(bylaw.statementMonths()).contains(4);
            assertThat(bylaw.offerDays()).contains(14);
            assertThat(bylaw.tier()).contains("WHOLESALE");
            return true;
        });
    }

    @Test
    void nothing_is_purchased_before_the_bylaws_are_known() throws Exception {
        UUID member = UUID.randomUUID();
        UUID batch = useCases.batch(useCases.product(), member, 5, 9);
        UUID exit = leaving.requested(member);
        leaving.bound(member, exit, LeavingGoods.chosen(batch, GoodsChoice.OFFER));

        UseCases.rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute("delete from exit_goods_bylaws"));
            assertThat(decideExitGoods.propose(exit, batch, Money.of("1.00", "INR"), UseCases.CAUSE))
                    .isInstanceOfSatisfying(
                            DecideExitGoods.Refused.class,
                            refused -> assertThat(refused.reason().toString()).contains("purchase-tier-unknown"));
            return true;
        });
        assertThat(useCases.number("select count(*) from batch where batch_id = ? and owner = 'MEMBER'", batch))
                .isEqualByComparingTo("1");
    }

    private void tell(int version, Map<String, String> changes) {
        onBylawsChanged.on(new BylawsChanged(version, null, Instant.now(), changes), UseCases.envelope());
    }
}
