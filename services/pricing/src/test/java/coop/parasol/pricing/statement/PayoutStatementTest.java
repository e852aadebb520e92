package coop.parasol.pricing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.messaging.Ids;
import coop.parasol.pricing.settlement.SettlementFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The statements of a pool are read by the page, those of every settlement of it. */
@QuarkusTest
class PayoutStatementTest {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Period WEEK = Period.parse("2026-W48");

    @Inject
    Jdbi jdbi;

    @Inject
    KeepStatements keepStatements;

    private final UUID pool = Ids.next();
    private final String product = "LAMP-" + pool;
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void the_statements_of_a_pool_come_in_pages_and_a_supplement_follows_its_settlement() {
        store(first, "100.00");
        store(second, "50.00");
        store(first, "3.00");

        List<PayoutStatement> page = page(null, BEFORE_ALL, 2);
        List<PayoutStatement> rest = page(null, page.getLast().id, 2);

        assertThat(page).extracting(statement -> statement.content.memberId()).containsExactly(first, second);
        assertThat(rest).extracting(statement -> statement.content.payable()).containsExactly(Money.of("3.00", "INR"));
    }

    @Test
    void a_producer_sees_its_own_statements_of_a_pool() {
        store(first, "100.00");
        store(second, "50.00");

        assertThat(page(second, BEFORE_ALL, 10))
                .extracting(statement -> statement.memberId)
                .containsExactly(second);
        assertThat(page(UUID.randomUUID(), BEFORE_ALL, 10)).isEmpty();
    }

    private void store(UUID member, String payable) {
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> {
                handle.execute("insert into carried_remainder values (?, 0) on conflict do nothing", product);
                handle.execute("insert into pool values (?, ?, ?) on conflict do nothing", pool, product, "2026-W48");
            });
            UUID settlement = SettlementFixture.draft(product, WEEK, pool).id;
            jdbi.useHandle(handle -> handle.execute(
                    "update settlement set state = 'SETTLED', approved_by = 'pavan', settled_at = now() where id = ?",
                    settlement));
            Money amount = Money.of(payable, "INR");
            Money nothing = Money.zero("INR");
            keepStatements.keep(List.of(new PayoutStatedV2(
                    settlement,
                    pool,
                    member,
                    product,
                    WEEK,
                    List.of(),
                    amount,
                    nothing,
                    amount,
                    nothing,
                    nothing,
                    amount,
                    amount,
                    null,
                    null,
                    null,
                    null)));
        });
    }

    private List<PayoutStatement> page(@Nullable UUID member, UUID after, int maxRows) {
        return QuarkusTransaction.requiringNew().call(() -> PayoutStatement.ofPool(pool, member, after, maxRows));
    }
}
