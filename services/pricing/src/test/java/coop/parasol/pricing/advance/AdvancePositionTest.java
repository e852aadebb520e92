package coop.parasol.pricing.advance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.messaging.Ids;
import coop.parasol.pricing.advance.AdvanceLedger.Decided;
import coop.parasol.pricing.advance.AdvanceLedger.Due;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Advance;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Goods;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Outcome;
import coop.parasol.pricing.advance.rules.CountedWeek;
import coop.parasol.pricing.pool.PoolBatches.CertifiedBatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A producer sees what it has got in advance and what has become of it, and nothing of others. */
@QuarkusTest
@TestSecurity(user = "anand", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = AdvancePositionTest.OWN))
class AdvancePositionTest {

    static final String OWN = "0198c000-0000-7000-8000-0000000ad7a1";

    private static final UUID OTHER = UUID.fromString("0198c000-0000-7000-8000-0000000ad7a2");
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    @Inject
    AdvanceLedger ledger;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void nothing_is_left_for_other_tests() {
        run(() -> jdbi.useHandle(handle -> {
            handle.execute(
                    "update advance_total set outstanding = outstanding - (select coalesce(sum(amount - recovered - declared_due), 0)"
                            + " from advance where member_id in (?, ?))",
                    UUID.fromString(OWN),
                    OTHER);
            handle.execute(
                    "delete from advance_due where advance_id in (select id from advance where member_id in (?, ?))",
                    UUID.fromString(OWN),
                    OTHER);
            handle.execute("delete from advance where member_id in (?, ?)", UUID.fromString(OWN), OTHER);
        }));
    }

    @Test
    void what_is_granted_is_recovered_or_declared_due_or_outstanding() {
        UUID advance = store(UUID.fromString(OWN), "2400.00", Outcome.GRANTED);
        store(UUID.fromString(OWN), "0.00", Outcome.NOT_COUNTED);
        run(() ->
                ledger.declareDue(List.of(new Due(Ids.next(), advance, "TAKEN_BACK", Money.of("600.00", "INR"), NOW))));

        given().get("/advance-positions/" + OWN)
                .then()
                .statusCode(200)
                .body("granted.amount", equalTo("2400.00"))
                .body("recovered.amount", equalTo("0.00"))
                .body("declaredDue.amount", equalTo("600.00"))
                .body("outstanding.amount", equalTo("1800.00"))
                .body("dueNext.amount", equalTo("0.00"));
    }

    @Test
    void a_producer_sees_its_own_decisions_with_their_reasons_and_not_those_of_others() {
        store(UUID.fromString(OWN), "2400.00", Outcome.GRANTED);
        store(UUID.fromString(OWN), "0.00", Outcome.LIMIT_REACHED);
        store(OTHER, "100.00", Outcome.GRANTED);

        given().get("/advances?limit=200")
                .then()
                .statusCode(200)
                .body("items", not(empty()))
                .body("items.memberId", everyItem(equalTo(OWN)))
                .body("items.outcome", equalTo(List.of("LIMIT_REACHED", "GRANTED")))
                .body("items[1].unitPrice.amount", equalTo("10.00"));
        given().get("/advance-positions/" + OTHER).then().statusCode(403).body("code", equalTo("not-yours"));
        given().get("/advance-limit").then().statusCode(403);
        given().get("/advance-rates").then().statusCode(403);
    }

    @Test
    void the_database_takes_back_no_more_than_was_granted() {
        UUID advance = store(UUID.fromString(OWN), "100.00", Outcome.GRANTED);
        store(UUID.fromString(OWN), "100.00", Outcome.GRANTED);

        assertThatThrownBy(() -> run(() -> ledger.declareDue(
                        List.of(new Due(Ids.next(), advance, "RECALLED", Money.of("100.01", "INR"), NOW)))))
                .hasStackTraceContaining("no_more_comes_back_than_was_granted");
        assertThat(QuarkusTransaction.requiringNew().call(() -> ledger.outstandingOf(List.of())))
                .isEmpty();
    }

    private UUID store(UUID member, String amount, Outcome outcome) {
        UUID id = Ids.next();
        UUID batch = UUID.randomUUID();
        Money money = Money.of(amount, "INR");
        Quantity quantity = money.isPositive() ? Quantity.of(400, "C62") : Quantity.zero("C62");
        run(() -> ledger.store(List.of(new Decided(
                id,
                new CertifiedBatch(
                        batch, member, "LAMP", "A", "C62", NOW, BigDecimal.valueOf(400), BigDecimal.ZERO, false, false),
                new Goods(
                        Quantity.of(400, "C62"),
                        new CountedWeek(member, "LAMP", "A", "2026-W48"),
                        BigDecimal.valueOf(400),
                        UnitPrice.of("10.00", "INR", 1),
                        6_000),
                new Advance(outcome, quantity, money),
                NOW))));
        return id;
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
