package coop.parasol.pricing.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.TaxRegistrationEvent.TaxRegistrationChanged;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import coop.parasol.firm.FirmClock;
import coop.parasol.pricing.directory.ProducerNames;
import coop.parasol.pricing.document.rules.Payouts;
import coop.parasol.pricing.settlement.SettlementFixture;
import coop.parasol.pricing.statement.KeepStatements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a firm in Germany the payout of a producer that charges value added tax is an invoice with the tax on top, which others are told. */
@QuarkusTest
@TestProfile(GermanFirm.class)
@TestSecurity(user = "priya", roles = "pricing-desk")
class TaxOnTopTest {

    private static final Period WEEK = Period.parse("2026-W48");

    @Inject
    DrawUpDocuments drawUpDocuments;

    @Inject
    KeepStatements keepStatements;

    @Inject
    TaxRegistrations registrations;

    @Inject
    ProducerNames names;

    @Inject
    FirmClock clock;

    @Inject
    Jdbi jdbi;

    private final UUID pool = UUID.randomUUID();
    private UUID registered;
    private UUID small;
    private UUID withoutAgreement;

    @BeforeEach
    void producers_are_known() {
        registered = producer(TaxScheme.STANDARD, clock.today());
        small = producer(TaxScheme.SMALL_ENTERPRISE, clock.today());
        withoutAgreement = producer(TaxScheme.STANDARD, null);
    }

    @Test
    void the_tax_of_a_registered_producer_is_owed_beside_its_payout_and_that_of_others_is_not() {
        UUID settlement = settlement();
        List<PayoutDocumentIssued> issued = drawUp(
                settlement,
                List.of(
                        payout(settlement, registered, "1234.56", "0"),
                        payout(settlement, small, "1000.00", "0"),
                        payout(settlement, withoutAgreement, "1000.00", "0")));

        assertThat(issued).hasSize(2);
        assertThat(issued.getFirst().total()).isEqualTo(Money.of("1234.56", "EUR"));
        assertThat(issued.getFirst().taxOnTop()).isEqualTo(Money.of("234.57", "EUR"));
        assertThat(issued.getLast().taxOnTop()).isNull();
        given().get("/payout-documents/" + issued.getFirst().documentId())
                .then()
                .statusCode(200)
                .body("template", equalTo("DE-STANDARD"))
                .body("content.total.amount", equalTo("1234.56"))
                .body("content.taxOnTop.amount", equalTo("234.57"))
                .body("content.taxes", hasSize(1))
                .body("content.taxes[0].rate", equalTo(19))
                .body("content.taxes[0].taxable.amount", equalTo("1234.56"))
                .body("content.words.de.title", equalTo("Gutschrift"));
        given().queryParam("number", issued.getFirst().number())
                .get("/payout-documents")
                .then()
                .body("items[0].total.amount", equalTo("1234.56"))
                .body("items[0].taxOnTop.amount", equalTo("234.57"));
        given().get("/statements/" + pool)
                .then()
                .body("items.find { it.memberId == '" + registered + "' }.document.taxOnTop.amount", equalTo("234.57"))
                .body("items.find { it.memberId == '" + registered + "' }.payable.amount", equalTo("1234.56"))
                .body("items.find { it.memberId == '" + small + "' }.document.taxOnTop", nullValue())
                .body(
                        "items.find { it.memberId == '" + withoutAgreement + "' }.document.plainBecause",
                        equalTo("AGREEMENT_MISSING"));
    }

    @Test
    void goods_that_are_taken_back_take_their_tax_back_and_a_supplement_has_tax_of_its_own() {
        UUID first = settlement();
        drawUp(first, List.of(payout(first, registered, "100.00", "0")));
        UUID second = settlement();
        PayoutDocumentIssued supplement = drawUp(second, List.of(payout(second, registered, "150.00", "100.00")))
                .getFirst();
        UUID third = settlement();
        PayoutDocumentIssued recall = drawUp(
                        third,
                        List.of(Payouts.of(third, pool, registered, Money.of("0.00", "EUR"), "150.00", "150.00", "0")))
                .getFirst();

        assertThat(supplement.taxOnTop()).isEqualTo(Money.of("9.50", "EUR"));
        assertThat(recall.total()).isEqualTo(Money.of("-150.00", "EUR"));
        assertThat(recall.taxOnTop()).isEqualTo(Money.of("-28.50", "EUR"));
    }

    private UUID producer(TaxScheme scheme, @Nullable LocalDate agreedOn) {
        UUID member = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            names.admitted(List.of(new MemberAdmitted(
                    member, "Weberei " + member, Money.of("1000.00", "EUR"), clock.today(), "Bremen")));
            registrations.changed(List.of(new TaxRegistrationChanged(
                    member,
                    UUID.randomUUID(),
                    scheme,
                    "DE",
                    "DE136695976",
                    "Am Wall 1, 28195 Bremen",
                    clock.today(),
                    null,
                    agreedOn,
                    Instant.now())));
        });
        return member;
    }

    private UUID settlement() {
        return QuarkusTransaction.requiringNew().call(() -> {
            String product = "LAMP-" + pool;
            jdbi.useHandle(handle -> {
                handle.execute("insert into carried_remainder values (?, 0) on conflict do nothing", product);
                handle.execute("insert into pool values (?, ?, ?) on conflict do nothing", pool, product, "2026-W48");
            });
            UUID settlement = SettlementFixture.draft(product, WEEK, pool).id;
            jdbi.useHandle(handle -> handle.execute(
                    "update settlement set state = 'SETTLED', approved_by = 'pavan', settled_at = now() where id = ?",
                    settlement));
            return settlement;
        });
    }

    private List<PayoutDocumentIssued> drawUp(UUID settlement, List<PayoutStatedV2> statements) {
        assertThat(statements).allMatch(stated -> stated.settlementId().equals(settlement));
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    keepStatements.keep(statements);
                    return drawUpDocuments.drawUp(1, statements);
                })
                .stream()
                .map(PayoutDocumentIssued.class::cast)
                .toList();
    }

    private PayoutStatedV2 payout(UUID settlement, UUID member, String earned, String paidBefore) {
        return Payouts.of(settlement, pool, member, Money.of(earned, "EUR"), paidBefore, "0", "0");
    }
}
