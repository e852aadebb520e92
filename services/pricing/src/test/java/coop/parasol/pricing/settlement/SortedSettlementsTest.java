package coop.parasol.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.pricing.ProductFixture;
import coop.parasol.testing.ListWalk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settlements in the order that the caller asks for. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class SortedSettlementsTest {

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void several_pools_are_drafted() {
        for (String week : List.of("2026-W40", "2026-W38", "2026-W40", "2026-W39", "2026-W38")) {
            String product = "VASE-" + UUID.randomUUID();
            UUID pool = UUID.randomUUID();
            QuarkusTransaction.requiringNew().run(() -> {
                ProductFixture.product(product, List.of("A"));
                jdbi.useHandle(handle ->
                        handle.execute("insert into carried_remainder values (?, 0) on conflict do nothing", product));
                jdbi.useHandle(handle -> handle.execute(
                        "insert into pool (pool_id, product, period) values (?, ?, ?)", pool, product, week));
                SettlementFixture.draft(product, Period.parse(week), pool);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"draftedAt", "product", "period", "receipts"})
    void page_after_page_each_comes_once_and_the_other_way_round_in_the_opposite_order(String sort) {
        ListWalk.assertSorted("/settlements", sort, "settlementId");
        assertThat(ListWalk.values("/settlements", "period", "period")).isSorted();
    }
}
