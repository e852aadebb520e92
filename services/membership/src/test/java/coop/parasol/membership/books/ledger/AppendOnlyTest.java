package coop.parasol.membership.books.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.contracts.Quantity;
import coop.parasol.membership.Desk;
import coop.parasol.membership.treasury.payment.Treasury;
import coop.parasol.messaging.Envelope;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Books are append only, and the database itself refuses anything else. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class AppendOnlyTest {

    @Inject
    Session database;

    @Inject
    Journal journal;

    @Inject
    Events events;

    @Inject
    Treasury treasury;

    @Test
    void the_database_refuses_to_change_or_to_forget_an_entry() {
        Desk.join();

        for (String statement : List.of(
                "update journal_entry set actor = 'x'",
                "update journal_entry set narrative = 'other words'",
                "update journal_entry set narrative_digest = header_digest(journal_entry)",
                "delete from journal_entry",
                "update journal_line set amount = amount + 1",
                "delete from journal_line",
                "delete from journal_seal",
                "update journal_seal set digest = content",
                "truncate journal_line, journal_entry cascade")) {
            assertThatThrownBy(() -> sql(statement)).as(statement).hasStackTraceContaining("append only");
        }
    }

    @Test
    void the_words_of_a_members_entries_are_erased_and_their_digests_stay_in_the_chain() {
        UUID member = UUID.fromString(Desk.join());
        UUID other = UUID.fromString(Desk.join());
        String head = given().get("/ledger/proof").jsonPath().getString("head");

        assertThat(QuarkusTransaction.requiringNew().call(() -> journal.eraseTexts(member)))
                .isEqualTo(1);

        JsonPath erased = given().get("/members/" + member + "/statement").jsonPath();
        assertThat(erased.getString("items[0].narrative")).isEqualTo("(erased)");
        assertThat(erased.getString("items[0].reference")).isNull();
        assertThat(erased.getString("items[0].actor")).isEqualTo("tara");
        assertThat(given().get("/members/" + other + "/statement").jsonPath().getString("items[0].reference"))
                .startsWith("UTR-");
        assertThat(given().get("/ledger/proof").jsonPath().getString("head")).isEqualTo(head);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery(
                                        "select count(*) from journal_entry e join journal_seal s on s.entry = e.id"
                                                + " where s.header is distinct from header_digest(e)",
                                        Long.class)
                                .getSingleResult()))
                .as("entries whose header is not the one in the chain")
                .isZero();
        assertThatThrownBy(() -> sql("update journal_entry set narrative = 'again', narrative_salt = gen_random_uuid()"
                        + " where narrative is null"))
                .hasStackTraceContaining("append only");
    }

    @Test
    void the_database_refuses_an_entry_that_does_not_sum_to_zero() {
        assertThatThrownBy(() -> sql("""
                        with entry as (insert into journal_entry (event, source_document, correlation_id, actor, booked_at, booked_on, narrative)
                                       values ('X', 'y', 'c', 'a', now(), date '2999-01-01', 'n') returning id)
                        insert into journal_line (entry, line, account, amount) select id, 1, 1000, 5 from entry
                        """)).hasStackTraceContaining("does not sum to zero");
        assertThatThrownBy(() -> sql(
                        "insert into journal_entry (event, source_document, correlation_id, actor, booked_at, booked_on, narrative)"
                                + " values ('X', 'z', 'c', 'a', now(), date '2999-01-01', 'n')"))
                .as("an entry without lines")
                .hasStackTraceContaining("does not sum to zero");
    }

    @Test
    void the_database_refuses_lines_that_do_not_run_on_or_name_what_is_not_there() {
        Desk.join();
        String entry =
                "with entry as (insert into journal_entry (event, source_document, correlation_id, actor, booked_at, booked_on, narrative)"
                        + " values ('X', 'r', 'c', 'a', now(), date '2999-01-01', 'n') returning id) "
                        + "insert into journal_line (entry, line, account, member_id, amount, balance, member_balance) select id, ";

        assertThatThrownBy(() -> sql(entry + "1, 1000, null, 5, 12345678, null from entry"))
                .hasStackTraceContaining("the balance of line 1");
        assertThatThrownBy(() ->
                        sql(entry + "1, 1000, null, 5, balance + 5, null from entry, ledger_account where code = 1000"))
                .as("balanced only with another line")
                .hasStackTraceContaining("does not sum to zero");
        assertThatThrownBy(() ->
                        sql("insert into journal_line (entry, line, account, amount) values (999999999, 1, 1000, 5)"))
                .hasStackTraceContaining("is not there");
        assertThatThrownBy(() -> sql(entry + "1, 9999, null, 5, null, null from entry"))
                .hasStackTraceContaining("is not there");
        assertThatThrownBy(() -> sql(entry + "1, 1200, gen_random_uuid(), 5, null, null from entry"))
                .hasStackTraceContaining("is not there");
        assertThatThrownBy(() -> sql(entry + "1, 1200, null, 5, null, null from entry"))
                .as("an account that is kept per member")
                .hasStackTraceContaining("is not there");
        assertThatThrownBy(() -> sql("insert into journal_line (entry, line, account, amount) values (1, 9, 1000, 5)"))
                .hasStackTraceContaining("sealed");
        assertThatThrownBy(() -> sql("delete from ledger_account where code = 5400"))
                .hasStackTraceContaining("stays what it is");
    }

    @Test
    void an_entry_says_who_why_and_when() {
        String member = Desk.join();
        JsonPath entry = given().get("/members/" + member + "/statement").jsonPath();

        assertThat(entry.getString("items[0].event")).isEqualTo("BuyInPaid");
        assertThat(entry.getString("items[0].actor")).isEqualTo("tara");
        assertThat(entry.getString("items[0].bookedAt")).isNotBlank();
        assertThat(entry.getString("items[0].narrative")).isEqualTo("Price of one share");
        assertThat(entry.getString("items[0].reference")).startsWith("UTR-");
    }

    @Test
    void a_payout_statement_that_arrives_twice_is_posted_once_and_paid_once() {
        UUID member = UUID.fromString(Desk.join());
        UUID pool = UUID.randomUUID();
        Money due = Money.of("74.29", "INR");
        Money zero = Money.zero("INR");
        Period week = Period.parse("2026-W48");
        PayoutStatedV2 stated =
                new PayoutStated(pool, pool, member, "SOAP", week, List.of(), due, zero, due, due).upgraded();
        Envelope envelope = events.publish(stated);
        events.publish(stated, envelope);
        events.publish(new PoolSettled(pool, pool, "SOAP", week, due, zero, zero, zero, due, zero, 1).upgraded());
        Awaitility.await().atMost(Events.PATIENCE).until(() -> isWhole(pool));
        assertThat(payable(member)).isEqualTo("74.29");

        treasury.payAll("UTR");
        treasury.payAll("UTR again");

        assertThat(payable(member)).isEqualTo("0.00");
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
    }

    @Test
    void goods_of_one_exit_are_purchased_as_often_as_some_are_certified() {
        UUID member = UUID.fromString(Desk.join());
        UUID exit = UUID.randomUUID();
        Money price = Money.of("10.00", "INR");
        for (int time = 0; time < 2; time++) {
            PaidGoods goods = new PaidGoods("SOAP", "A", UUID.randomUUID(), member, Quantity.of(1, "C62"), price);
            events.publish(
                    new ConsignmentPurchased(UUID.randomUUID(), member, exit, List.of(goods), price, Instant.EPOCH));
        }

        Awaitility.await().atMost(Events.PATIENCE).until(() -> boughtIn(member) == 2);
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
    }

    private long boughtIn(UUID member) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select count(*) from journal_entry where event = 'ConsignmentPurchased' and member_id = ?1",
                                Long.class)
                        .setParameter(1, member)
                        .getSingleResult());
    }

    private boolean isWhole(UUID pool) {
        return QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery(
                                        "select count(*) from settled_pool where settlement_id = ?1 and booked_statements = producers",
                                        Long.class)
                                .setParameter(1, pool)
                                .getSingleResult())
                == 1;
    }

    private static String payable(UUID member) {
        return given().get("/members/" + member + "/equity").jsonPath().getString("payable.amount");
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }
}
