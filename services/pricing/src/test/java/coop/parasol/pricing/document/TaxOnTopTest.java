package coop.parasol.pricing.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a firm in Germany the payout of a producer that charges value added tax is an invoice with the tax on top, which others are told. */
@QuarkusTest
@TestProfile(GermanFirm.class)
@TestSecurity(user = "priya", roles = "pricing-desk")
class TaxOnTopTest extends DrawnUpPayouts {

    private UUID registered;
    private UUID small;
    private UUID withoutAgreement;

    @BeforeEach
    void producers_are_known() {
        registered = producer(TaxScheme.STANDARD, clock.today());
        small = producer(TaxScheme.SMALL_ENTERPRISE, clock.today());
        withoutAgreement = producer(TaxScheme.STANDARD, null);
    }

    private UUID producer(TaxScheme scheme, @Nullable LocalDate agreedOn) {
        return producer(scheme, "DE", "DE136695976", "Am Wall 1, 28195 Bremen", agreedOn);
    }

    @Test
    void the_tax_of_a_registered_producer_is_owed_beside_its_payout_and_that_of_others_is_not() {
        UUID settlement = settlement();
        List<PayoutDocumentIssued> issued = drawUp(
                1,
                List.of(
                        payout(settlement, registered, "1234.56", "0", "0"),
                        payout(settlement, small, "1000.00", "0", "0"),
                        payout(settlement, withoutAgreement, "1000.00", "0", "0")));

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
        drawUp(1, List.of(payout(first, registered, "100.00", "0", "0")));
        UUID second = settlement();
        PayoutDocumentIssued supplement = drawUp(2, List.of(payout(second, registered, "150.00", "100.00", "0")))
                .getFirst();
        UUID third = settlement();
        PayoutDocumentIssued recall = drawUp(3, List.of(payout(third, registered, "0.00", "150.00", "150.00")))
                .getFirst();

        assertThat(supplement.taxOnTop()).isEqualTo(Money.of("9.50", "EUR"));
        assertThat(recall.total()).isEqualTo(Money.of("-150.00", "EUR"));
        assertThat(recall.taxOnTop()).isEqualTo(Money.of("-28.50", "EUR"));
    }

    @Test
    void an_advance_does_not_lessen_what_is_taxed() {
        UUID settlement = settlement();
        PayoutStatedV2 whole = payout(settlement, registered, "1000.00", "0", "0");
        PayoutDocumentIssued issued = drawUp(
                        1,
                        List.of(new PayoutStatedV2(
                                whole.settlementId(),
                                whole.poolId(),
                                whole.memberId(),
                                whole.product(),
                                whole.period(),
                                whole.lines(),
                                whole.earned(),
                                whole.paidBefore(),
                                whole.gross(),
                                whole.charged(),
                                Money.of("600.00", "EUR"),
                                Money.of("400.00", "EUR"),
                                whole.salesValue(),
                                whole.shares(),
                                whole.figures(),
                                whole.advanceLines(),
                                whole.late())))
                .getFirst();

        assertThat(issued.total()).isEqualTo(Money.of("1000.00", "EUR"));
        assertThat(issued.taxOnTop()).isEqualTo(Money.of("190.00", "EUR"));
    }
}
