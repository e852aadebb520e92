package coop.parasol.distribution.order;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.partner.PartnerCredit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A partner's open orders and unpaid invoices never come to more than its credit limit, whatever races. */
@QuarkusTest
class CreditTest {

    @Inject
    UseCases useCases;

    @Inject
    Jdbi jdbi;

    @Test
    void the_limit_can_be_reached_and_not_passed() {
        String product = useCases.product();
        UUID partner = useCases.partner("100.00");

        assertThat(useCases.order(partner, product, 10).state()).isEqualTo(OrderState.ACCEPTED);
        Order refused = useCases.order(partner, product, 1);

        assertThat(refused.state()).isEqualTo(OrderState.REFUSED);
        assertThat(refused.refusalCode()).isEqualTo("over-credit-limit");
        assertThat(exposure(partner)).isEqualTo(100_00);
    }

    @Test
    void the_statement_itself_reserves_up_to_the_limit_only() {
        UUID partner = useCases.partner("100.00");

        assertThat(reserve(partner, "60.00")).isTrue();
        assertThat(reserve(partner, "40.01")).isFalse();
        assertThat(exposure(partner)).isEqualTo(60_00);
        assertThat(reserve(partner, "40.00")).isTrue();
        assertThat(exposure(partner)).isEqualTo(100_00);
        giveBack(partner);
    }

    /** No order has reserved it, so that it would break the conservation that other tests look at. */
    private void giveBack(UUID partner) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(
                        handle -> handle.execute("update partner set exposure = 0 where partner_id = ?", partner)));
    }

    @Test
    void orders_at_once_do_not_pass_the_limit_together() throws Exception {
        UUID partner = useCases.partner("100.00");
        List<Callable<OrderState>> orders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // a product each, so that the products' locks do not put the orders in a row
            String product = useCases.product();
            orders.add(() -> useCases.order(partner, product, 3).state());
        }
        List<OrderState> states = new ArrayList<>();
        try (ExecutorService atOnce = Executors.newFixedThreadPool(8)) {
            for (Future<OrderState> state : atOnce.invokeAll(orders)) {
                states.add(state.get());
            }
        }

        assertThat(states).filteredOn(OrderState.ACCEPTED::equals).hasSize(3);
        assertThat(states).filteredOn(OrderState.REFUSED::equals).hasSize(5);
        assertThat(exposure(partner)).isEqualTo(90_00);
    }

    private boolean reserve(UUID partner, String amount) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> CombinedStatement.of(
                                PartnerCredit.reserve("reserved", Map.of(partner, Money.of(amount, "INR"))))
                        .query(handle, "select count(*) from reserved")
                        .mapTo(Long.class)
                        .one()
                        .equals(1L)));
    }

    private long exposure(UUID partner) {
        return useCases.number("select exposure from partner where partner_id = ?", partner)
                .longValueExact();
    }
}
