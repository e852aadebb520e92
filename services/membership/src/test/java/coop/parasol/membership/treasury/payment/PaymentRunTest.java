package coop.parasol.membership.treasury.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Desk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payouts are collected into runs, approved by a second person, sent as a file, and paid once. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class PaymentRunTest {

    @Inject
    Payables payables;

    @Inject
    Treasury treasury;

    @Inject
    CountingPayableListener listener;

    @Inject
    FirmCurrency firmCurrency;

    @Inject
    FirmClock firmClock;

    private UUID member;
    private UUID source;
    private UUID payable;

    @BeforeEach
    void the_firm_owes_a_member_twelve_and_a_half() {
        member = UUID.fromString(Desk.apply());
        source = UUID.randomUUID();
        payable = due(source);
    }

    @Test
    void a_run_is_approved_by_a_second_person() {
        String run = Desk.post("/payment-runs", "{}")
                .then()
                .statusCode(201)
                .body("items.payableId", hasItem(payable.toString()))
                .extract()
                .path("runId");

        given().get("/payment-runs/" + run + "/pain.001").then().statusCode(409).body("code", equalTo("not-approved"));
        Desk.post("/payment-runs/" + run + "/approval", "{}")
                .then()
                .statusCode(403)
                .body("code", equalTo("same-person"));
        given().header("If-Match", "*")
                .delete("/payment-runs/" + run)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        Desk.post("/payment-runs/" + run + "/approval", "{}").then().statusCode(409);
        assertThat(state()).isEqualTo("OPEN");

        String drafted = treasury.draft().orElseThrow().toString();
        Desk.post("/payment-runs/" + drafted + "/approval", "{}")
                .then()
                .statusCode(200)
                .body("draftedBy", equalTo("tomas"))
                .body("approvedBy", equalTo("tara"));
    }

    @Test
    void two_approvals_at_once_are_one() throws Exception {
        String run = treasury.draft().orElseThrow().toString();

        assertThat(twice(() -> Desk.post("/payment-runs/" + run + "/approval", "{}")))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void two_runs_drafted_at_once_take_a_payable_once() throws Exception {
        Callable<Integer> draft = () -> treasury.draft().isPresent() ? 1 : 0;
        int drafted = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> answer : two.invokeAll(List.of(draft, draft))) {
                drafted += answer.get();
            }
        }

        assertThat(drafted).isEqualTo(1);
    }

    @Test
    void the_file_for_the_bank_is_valid_and_sums_up() throws Exception {
        due(UUID.randomUUID());
        UUID run = treasury.send().orElseThrow();

        Response file = given().get("/payment-runs/" + run + "/pain.001");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("application/xml");
        URL schema = Objects.requireNonNull(getClass().getResource("/pain.001.001.09-as-used.xsd"));
        assertThatCode(() -> SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(schema)
                        .newValidator()
                        .validate(new StreamSource(new StringReader(file.asString()))))
                .doesNotThrowAnyException();
        String header = "Document.CstmrCdtTrfInitn.GrpHdr.";
        int transfers = file.xmlPath().getInt(header + "NbOfTxs");
        List<String> amounts = file.xmlPath().getList("Document.CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf.Amt.InstdAmt");
        assertThat(amounts).hasSize(transfers);
        assertThat(amounts.stream().map(amount -> Money.of(amount, "INR")).reduce(Money::plus))
                .contains(Money.of(file.xmlPath().getString(header + "CtrlSum"), "INR"));
        assertThat(file.xmlPath()
                        .getList("Document.CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf.PmtId.EndToEndId", String.class))
                .contains(CreditTransferFile.id(payable));
        assertThat(given().get("/payment-runs/" + run + "/pain.001").asString()).isEqualTo(file.asString());
    }

    @Test
    void what_the_bank_confirms_is_paid_and_the_same_file_twice_is_once() {
        treasury.send();
        String file = BankFiles.statement(BankFiles.paid(payable, "12.50", "BANK-1"));

        BankFiles.upload(file).then().statusCode(201).body("lines.outcome", equalTo(List.of("paid")));
        BankFiles.upload(file).then().statusCode(200).body("lines.outcome", equalTo(List.of("paid")));
        BankFiles.upload(BankFiles.statement(BankFiles.paid(payable, "12.50", "BANK-2")))
                .then()
                .statusCode(201)
                .body("lines.outcome", equalTo(List.of("paid-by-another-reference")));

        assertThat(state()).isEqualTo("PAID");
        assertThat(listener.paid(source)).isEqualTo(1);
        given().get("/payables/" + payable).then().body("payable.bankReference", equalTo("BANK-1"));
    }

    @Test
    void what_a_statement_says_otherwise_is_reported_and_pays_nothing() {
        UUID run = treasury.send().orElseThrow();
        UUID nobody = UUID.randomUUID();
        UUID later = due(UUID.randomUUID());

        BankFiles.upload(BankFiles.statement(
                        BankFiles.paid(payable, "12.49", "B"),
                        BankFiles.paid(nobody, "12.50", "B"),
                        BankFiles.paid(later, "12.50", "B"),
                        BankFiles.paid(payable, "12.50", "B").replace("DBIT", "CRDT"),
                        BankFiles.paid(payable, "12.50", "B").replace("BOOK", "PDNG")))
                .then()
                .statusCode(201)
                .body(
                        "lines.outcome",
                        equalTo(List.of("another-amount", "unknown", "not-sent", "not-outgoing", "not-booked")));

        assertThat(state()).isEqualTo("IN_RUN");
        assertThat(listener.paid(source)).isZero();
        given().get("/payment-runs/" + run).then().statusCode(200);
    }

    @Test
    void a_statement_that_would_read_our_files_or_is_none_is_refused() {
        String evil = BankFiles.statement(BankFiles.paid(payable, "12.50", "&x;"))
                .replace("<Document", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document");

        BankFiles.upload(evil).then().statusCode(400).body("code", equalTo("unreadable-statement"));
        BankFiles.upload("<Document/>").then().statusCode(400).body("code", equalTo("unreadable-statement"));
        BankFiles.upload("{}").then().statusCode(400);
        BankFiles.upload(BankFiles.statement().replace("DE02120300000000202051", "DE02100500000054540402"))
                .then()
                .statusCode(409)
                .body("code", equalTo("not-our-account"));
    }

    @Test
    void a_payable_that_the_bank_refuses_is_open_again_and_in_the_next_run() {
        UUID first = treasury.send().orElseThrow();
        Desk.post("/payables/" + payable + "/rejection", "{\"reason\": \"account closed\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        Desk.post("/payables/" + payable + "/payment", "{\"bankReference\": \"U\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-sent"));

        UUID second = treasury.send().orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(given().get("/payment-runs/" + second).jsonPath().getList("items.payableId", String.class))
                .contains(payable.toString());
        assertThat(given().get("/payables/" + payable).jsonPath().getList("history.change", String.class))
                .containsExactly("OPEN", "IN_RUN", "REJECTED", "IN_RUN");
    }

    @Test
    void a_bank_statement_counts_more_than_an_entered_rejection() {
        var _ = treasury.send().orElseThrow();
        Desk.post("/payables/" + payable + "/rejection", "{\"reason\": \"taken for another\"}")
                .then()
                .statusCode(200);
        UUID other = due(UUID.randomUUID());
        UUID draft = treasury.draft().orElseThrow();

        BankFiles.upload(BankFiles.statement(BankFiles.paid(payable, "12.50", "B-1")))
                .then()
                .statusCode(201)
                .body("lines.outcome", equalTo(List.of("paid")));

        assertThat(listener.paid(source)).isEqualTo(1);
        given().get("/payment-runs/" + draft).then().body("state", equalTo("WITHDRAWN"));
        assertThat(given().get("/payment-runs/" + treasury.draft().orElseThrow())
                        .jsonPath()
                        .getList("items.payableId", String.class))
                .contains(other.toString())
                .doesNotContain(payable.toString());
        BankFiles.upload(BankFiles.statement(BankFiles.paid(payable, "12.50", "B-2")))
                .then()
                .body("lines.outcome", equalTo(List.of("paid-by-another-reference")));
        assertThat(listener.paid(source)).isEqualTo(1);
    }

    @Test
    void a_payment_entered_twice_at_once_is_paid_once() throws Exception {
        treasury.send();

        assertThat(twice(() -> Desk.post("/payables/" + payable + "/payment", "{\"bankReference\": \"UTR-7\"}")))
                .containsExactlyInAnyOrder(200, 409);

        assertThat(listener.paid(source)).isEqualTo(1);
    }

    private static List<Integer> twice(Callable<Response> call) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Response>> answers = two.invokeAll(List.of(call, call));
            return List.of(
                    answers.get(0).get().statusCode(), answers.get(1).get().statusCode());
        }
    }

    private UUID due(UUID of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> payables.create(
                        new Payables.Due(of, member, Money.of("12.50", firmCurrency.code())),
                        new Payables.PayableDetails(
                                CountingPayableListener.KIND, firmClock.today(), "Pool <LAMP> & more", 1, "priya")));
    }

    private String state() {
        return given().get("/payables/" + payable).jsonPath().getString("payable.state");
    }
}
