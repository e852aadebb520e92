package coop.parasol.pricing.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.contracts.Sha256;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a firm with a country each payout is drawn up once as the document that the law asks for. */
@QuarkusTest
@TestProfile(IndianFirm.class)
@TestSecurity(user = "priya", roles = "pricing-desk")
class DrawUpDocumentsTest extends DrawnUpPayouts {

    private static final String OWN = "0198c000-0000-7000-8000-0000000000e1";

    @Inject
    DocumentNumbers numbers;

    private UUID composition;
    private UUID unregistered;

    @BeforeEach
    void producers_are_known() {
        composition = producer(TaxScheme.COMPOSITION);
        unregistered = UUID.randomUUID();
    }

    private UUID producer(TaxScheme scheme) {
        return producer(scheme, "IN", "27AAPFU0939F1ZV", "1 Mill Lane, Moradabad", null);
    }

    @Test
    void a_payout_is_a_bill_of_supply_that_keeps_its_content_and_a_plain_statement_says_why_it_is_one() {
        UUID settlement = settlement();
        PayoutDocumentIssued issued = drawUp(
                        1,
                        List.of(
                                payout(settlement, composition, "3628.86", "0", "0"),
                                payout(settlement, unregistered, "2449.48", "0", "0")))
                .getFirst();

        assertThat(issued.number()).matches("BOS-\\d\\d-\\d\\d-\\d{6}").hasSize(16);
        assertThat(issued.total()).isEqualTo(Money.of("3628.86", "INR"));
        var shown =
                given().get("/payout-documents/" + issued.documentId()).then().statusCode(200);
        shown.body("content.supplier.taxNumber", equalTo("27AAPFU0939F1ZV"))
                .body("content.supplier.address", equalTo("1 Mill Lane, Moradabad"))
                .body("content.customer.name", equalTo("Chhatri Producer Company Ltd."))
                .body("content.customer.taxNumber", equalTo("29AAGCB7383J1Z4"))
                .body("content.words.en.title", equalTo("Bill of supply"))
                .body("content.amends", nullValue())
                .body("digest", equalTo(issued.digest()));
        assertThat(Sha256.hex(shown.extract().<String>path("stored"))).isEqualTo(issued.digest());
        given().get("/statements/" + pool)
                .then()
                .body("items.find { it.memberId == '" + composition + "' }.document.number", equalTo(issued.number()))
                .body(
                        "items.find { it.memberId == '" + unregistered + "' }.document.plainBecause",
                        equalTo("NOTHING_ASKED"));
        given().queryParam("number", issued.number())
                .queryParam("kind", "BILL_OF_SUPPLY")
                .get("/payout-documents")
                .then()
                .body("items", hasSize(1));
        given().queryParam("number", issued.number())
                .queryParam("kind", "PURCHASE_STATEMENT")
                .get("/payout-documents")
                .then()
                .body("items", hasSize(0));
        for (String language : List.of("en", "hi", "gu", "ja", "zh", "xx")) {
            byte[] pdf = given().queryParam("language", language)
                    .get("/payout-documents/" + issued.documentId() + "/pdf")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    @Test
    void a_supplement_and_a_recall_have_documents_of_their_own_that_name_the_first() {
        UUID firstSettlement = settlement();
        PayoutDocumentIssued first = drawUp(1, List.of(payout(firstSettlement, composition, "170.00", "0", "0")))
                .getFirst();
        UUID second = settlement();
        PayoutDocumentIssued supplement = drawUp(2, List.of(payout(second, composition, "830.00", "170.00", "0")))
                .getFirst();
        UUID third = settlement();
        PayoutDocumentIssued recall = drawUp(3, List.of(payout(third, composition, "0.00", "830.00", "830.00")))
                .getFirst();

        assertThat(supplement.total()).isEqualTo(Money.of("660.00", "INR"));
        assertThat(recall.total()).isEqualTo(Money.of("-830.00", "INR"));
        for (PayoutDocumentIssued later : List.of(supplement, recall)) {
            given().get("/payout-documents/" + later.documentId())
                    .then()
                    .body("content.amends", equalTo(first.number()));
        }
    }

    @Test
    void what_was_issued_never_changes() {
        UUID settlement = settlement();
        PayoutDocumentIssued issued = drawUp(1, List.of(payout(settlement, composition, "10.00", "0", "0")))
                .getFirst();

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                        "update payout_document set total = 1 where document_id = ?", issued.documentId())))
                .hasMessageContaining("is issued and does not change");
        assertThatThrownBy(() -> drawUp(1, List.of(payout(settlement, composition, "10.00", "0", "0"))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void numbers_have_no_gaps_and_are_unique_when_settlements_are_approved_at_once_and_some_fail() throws Exception {
        List<UUID> settlements =
                IntStream.range(0, 24).mapToObj(any -> settlement()).toList();
        int before = last();
        try (ExecutorService desks = Executors.newFixedThreadPool(8)) {
            List<Future<List<PayoutDocumentIssued>>> approvals = new ArrayList<>();
            for (UUID settlement : settlements) {
                approvals.add(
                        desks.submit(() -> drawUp(1, List.of(payout(settlement, composition, "10.00", "0", "0")))));
                approvals.add(desks.submit(() -> {
                    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                                drawUpDocuments.drawUp(
                                        1,
                                        List.of(payout(settlement, producer(TaxScheme.COMPOSITION), "1.00", "0", "0")));
                                throw new IllegalStateException("the settlement fails");
                            }))
                            .hasMessage("the settlement fails");
                    return List.<PayoutDocumentIssued>of();
                }));
            }
            List<String> numbers = new ArrayList<>();
            for (Future<List<PayoutDocumentIssued>> approval : approvals) {
                approval.get().forEach(issued -> numbers.add(issued.number().substring(10)));
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(before + 1, before + 24)
                            .mapToObj("%06d"::formatted)
                            .toList());
        }
    }

    private int last() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(max(last_number), 0) from document_series")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void after_a_restore_no_number_of_the_topics_is_given_again() {
        UUID settlement = settlement();
        PayoutDocumentIssued issued = drawUp(1, List.of(payout(settlement, composition, "10.00", "0", "0")))
                .getFirst();
        int count = Integer.parseInt(issued.number().substring(10));
        QuarkusTransaction.requiringNew()
                .run(() -> numbers.raiseAbove(new PayoutDocumentIssued(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        composition,
                        issued.kind(),
                        issued.number().substring(0, 10) + "%06d".formatted(count + 5),
                        issued.issuedOn(),
                        issued.total(),
                        null,
                        issued.digest())));

        PayoutDocumentIssued next = drawUp(2, List.of(payout(settlement(), composition, "20.00", "10.00", "0")))
                .getFirst();

        assertThat(next.number()).endsWith("%06d".formatted(count + 6));
    }

    @Test
    @TestSecurity(user = "own", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = OWN))
    void a_producer_sees_its_own_documents_alone() {
        UUID settlement = settlement();
        PayoutDocumentIssued others = drawUp(1, List.of(payout(settlement, composition, "10.00", "0", "0")))
                .getFirst();

        given().get("/payout-documents/" + others.documentId()).then().statusCode(403);
        given().get("/payout-documents/" + others.documentId() + "/pdf").then().statusCode(403);
        given().queryParam("number", others.number())
                .get("/payout-documents")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        given().get("/payout-documents/" + UUID.randomUUID()).then().statusCode(404);
    }
}
