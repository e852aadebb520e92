package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What desks record for a member that cannot speak for itself: its end, that it was a mistake, and its account; by two persons. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class ReverseTerminationTest {

    private static final String ITS_OWN = "GB82WEST12345698765432";
    private static final String HEIRS = "DE02120300000000202051";
    private static final String OTHER = "DE02100500000054540402";

    @Inject
    ExitScenario exits;

    @Inject
    BankAccountsToApprove accounts;

    @Inject
    ReverseTermination reverseTermination;

    @Inject
    DecideBankAccountProposal bankAccountProposals;

    @Inject
    Events events;

    @Inject
    Session database;

    private UUID member;

    @BeforeEach
    void a_member() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        member = exits.join();
    }

    @Test
    void a_death_recorded_by_mistake_is_reversed_by_a_second_person() {
        UUID exit = died();
        proposeReversal(exit).then().statusCode(200).body("reversal.proposedBy", equalTo("tara"));
        approve(exit).then().statusCode(403).body("code", equalTo("same-person"));
        given().header("If-Match", "*")
                .delete("/exits/" + exit + "/reversal")
                .then()
                .statusCode(200);
        approve(exit).then().statusCode(409).body("code", equalTo("not-proposed"));
        proposed(exit);

        approve(exit)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("reversal.agreedBy", equalTo("tara"));

        assertThat(exits.member(member).state).isEqualTo(MemberState.ACTIVE);
        given().get("/exits/" + exit + "/timeline")
                .then()
                .body(
                        "taken.items.step",
                        equalTo(List.of(
                                "DEATH_RECORDED",
                                "BINDING",
                                "REVERSAL_PROPOSED",
                                "REVERSAL_WITHDRAWN",
                                "REVERSAL_PROPOSED",
                                "REVERSED")))
                .body("taken.items.by", hasItems("uma", "tara"));
        events.await(ExitWithdrawn.class, event -> event.exitId().equals(exit));
        approve(exit).then().statusCode(409).body("code", equalTo("reversed"));
        assertThat(exits.request(member)).as("it may leave of its own wish").isNotEqualTo(exit);
    }

    @Test
    void a_reversal_also_reverses_the_account_recorded_with_the_death() {
        UUID exit = died();
        UUID proposal = pending();
        given().get("/members/" + member).then().body("iban", equalTo(ITS_OWN));
        accept(proposal).then().statusCode(403).body("code", equalTo("same-person"));
        byUma(proposal);
        assertThat(exits.member(member).iban).isEqualTo(HEIRS);
        proposed(exit);

        approve(exit).then().statusCode(200);

        assertThat(exits.member(member).iban).isEqualTo(ITS_OWN);
    }

    @Test
    void after_a_reversal_the_members_own_earlier_request_stands() {
        UUID own = exits.request(member);
        LocalDate notice = exits.exit(own).noticeUntil;
        assertThat(died()).isEqualTo(own);
        proposed(own);

        approve(own).then().statusCode(200);

        assertThat(exits.exit(own).state).isEqualTo(ExitState.WITHDRAWN);
        assertThat(exits.member(member).state).isEqualTo(MemberState.LEAVING);
        ExitRequested again = events.await(
                ExitRequested.class,
                event -> event.memberId().equals(member) && !event.exitId().equals(own));
        assertThat(again.noticeUntil()).isEqualTo(notice);
        assertThat(exits.exit(again.exitId()).requestedAt).isEqualTo(exits.exit(own).requestedAt);
        exits.clear(own);
        exits.clear(again.exitId());
        exits.advanceDays(90);
        assertThat(exits.exit(again.exitId()).state).isEqualTo(ExitState.VALUED);
        assertThat(exits.exit(own).state).isEqualTo(ExitState.WITHDRAWN);
    }

    @Test
    void once_the_share_is_valued_nothing_is_reversed() {
        UUID exit = died();
        proposed(exit);
        exits.clear(exit);
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.VALUED);

        approve(exit).then().statusCode(409).body("code", equalTo("already-valued"));
        proposeReversal(exit).then().statusCode(409).body("code", equalTo("already-valued"));

        proposeReversal(exits.request(exits.join())).then().statusCode(409).body("code", equalTo("not-recorded"));
    }

    @Test
    void heirs_without_an_account_are_paid_where_two_persons_have_recorded() {
        ExitScenario.inTransaction(
                () -> database.createNativeMutationQuery("update member set iban = null where id = ?1")
                        .setParameter(1, member)
                        .executeUpdate());
        UUID exit = UUID.fromString(Desk.post(
                        "/members/" + member + "/termination",
                        "{\"reason\": \"DEATH\", \"document\": \"certificate 4711\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("exitId"));
        exits.clear(exit);
        exits.payAllDue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.VALUED);
        propose("{\"iban\": \"DE00120300000000202051\", \"proof\": \"x\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("malformed-iban"));
        propose("{\"iban\": \"" + HEIRS + "\", \"proof\": \" \"}").then().statusCode(422);
        UUID replaced = recorded(OTHER);
        UUID proposal = recorded(HEIRS);
        accept(replaced).then().statusCode(409).body("code", equalTo("already-decided"));
        exits.payAllDue();
        assertThat(exits.member(member).iban).as("one person is not enough").isNull();

        long waiting = accounts.waitingFor("uma").getFirst().count();
        assertThat(waiting).as("a treasurer is told of it").isPositive();

        byUma(proposal);
        exits.payAllDue();

        assertThat(accounts.waitingFor("uma").getFirst().count()).isEqualTo(waiting - 1);
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.balance(Account.EXIT_PAYABLE, member)).isZero();
        given().get("/members/" + member + "/bank-account/proposals")
                .then()
                .body("items.state", equalTo(List.of("WITHDRAWN", "APPROVED")))
                .body("items[1].decidedBy", equalTo("uma"));
    }

    @Test
    void a_member_whose_account_is_disabled_has_it_named_too_and_one_that_can_sign_in_names_it_itself() {
        String body = "{\"iban\": \"" + OTHER + "\", \"proof\": \"letter of 3 March\"}";
        propose(body).then().statusCode(409).body("code", equalTo("not-for-the-desk"));
        UUID exit = exits.requestAndValue(member);
        exits.payAllDue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);

        propose(body).then().statusCode(201).body("state", equalTo("PROPOSED"));

        UUID proposal = pending();
        given().header("If-Match", "*")
                .delete("/members/" + member + "/bank-account/proposals/" + proposal)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        accept(proposal).then().statusCode(409);
        assertThat(exits.member(member).iban).isEqualTo(ITS_OWN);
    }

    private UUID died() {
        return UUID.fromString(Desk.post(
                        "/members/" + member + "/termination",
                        "{\"reason\": \"DEATH\", \"document\": \"certificate 4711\", \"iban\": \"" + HEIRS + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("exitId"));
    }

    /** By Uma. */
    private void proposed(UUID exit) {
        ExitScenario.inTransaction(() -> {
            reverseTermination.propose(exit, "another firm of that name", Cause.of("uma"));
            return true;
        });
    }

    private void byUma(UUID proposal) {
        ExitScenario.inTransaction(() -> {
            bankAccountProposals.approve(member, proposal, "uma");
            return true;
        });
    }

    private UUID recorded(String iban) {
        return UUID.fromString(propose("{\"iban\": \"" + iban + "\", \"proof\": \"certificate of inheritance 7\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId"));
    }

    private UUID pending() {
        return UUID.fromString(given().get("/members/" + member + "/bank-account/proposals")
                .jsonPath()
                .getString("items.find { it.state == 'PROPOSED' }.proposalId"));
    }

    private Response propose(String body) {
        return Desk.post("/members/" + member + "/bank-account/proposals", body);
    }

    private Response accept(UUID proposal) {
        return Desk.post("/members/" + member + "/bank-account/proposals/" + proposal + "/approval", "{}");
    }

    private static Response proposeReversal(UUID exit) {
        return Desk.post("/exits/" + exit + "/reversal", "{\"reason\": \"another firm of that name\"}");
    }

    private static Response approve(UUID exit) {
        return Desk.post("/exits/" + exit + "/reversal/approval", "{}");
    }
}
