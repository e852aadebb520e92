package coop.parasol.distribution.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.exit.PurchaseGoods.Refused;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The members decide at which price tier the firm buys a leaving member's goods; membership's events tell it. */
@QuarkusTest
class GoodsPurchaseBylawTest {

    @Inject
    UseCases useCases;

    @Inject
    OnBylawsChanged onBylawsChanged;

    @Inject
    GoodsPurchaseBylaw bylaw;

    @Inject
    PurchaseGoods purchaseGoods;

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
            return true;
        });
    }

    @Test
    void nothing_is_purchased_before_the_bylaws_are_known() throws Exception {
        UUID member = UUID.randomUUID();
        UUID exit = UUID.randomUUID();
        UUID batch = useCases.batch(useCases.product(), member, 5, 9);
        useCases.execute("insert into exit_clearance (exit_id, member_id, state) values (?, ?, 'OPEN')", exit, member);

        UseCases.rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute("delete from goods_purchase_bylaw"));
            assertThat(purchaseGoods.purchase(exit, UseCases.CAUSE))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("purchase-tier-unknown"));
            return true;
        });
        assertThat(useCases.number("select count(*) from batch where batch_id = ? and owner = 'MEMBER'", batch))
                .isEqualByComparingTo("1");
    }

    private void tell(int version, Map<String, String> changes) {
        onBylawsChanged.on(new BylawsChanged(version, null, Instant.now(), changes), UseCases.envelope());
    }
}
