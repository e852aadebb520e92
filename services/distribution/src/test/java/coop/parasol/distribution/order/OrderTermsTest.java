package coop.parasol.distribution.order;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.UseCases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is read to decide orders. */
@QuarkusTest
class OrderTermsTest {

    @Inject
    UseCases useCases;

    @Inject
    OrderTermsQuery orderTermsQuery;

    @Test
    void what_a_thousand_other_partners_tiers_and_groups_have_agreed_is_not_read() {
        String product = useCases.product();
        UUID partner = useCases.partner("1000.00");
        for (String scope : List.of("TIER", "GROUP", "PARTNER")) {
            useCases.execute("""
                    insert into price (price_id, product, grade, scope, scope_code, minimum_quantity, unit, unit_price, price_base,
                                       valid_from)
                    select gen_random_uuid(), ?, 'A', ?, case when ? = 'PARTNER' then gen_random_uuid()::text else 'X' || n end,
                           0, 'C62', 1, 1, now() from generate_series(1, 1000) as n
                    """, product, scope, scope);
        }

        OrderTerms terms = orderTermsQuery.find(List.of(new PlaceOrder.Submission(
                useCases.request(partner, "PO-" + product, product, 1), UseCases.CAUSE, Optional.empty(), null)));

        assertThat(terms.prices().get(product)).hasSize(1);
    }
}
