package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.treasury.payment.Payable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leaving member and the pools in which its goods are: it has left with the last statement, and reads them until all is paid. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class LastPoolTest {

    private static final int MONTHS = 6;

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    Logins logins;

    private UUID member;

    @BeforeEach
    void two_members_of_a_firm_that_pays_at_once() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        member = exits.join();
    }

    @Test
    void a_member_that_is_paid_has_left_with_the_statement_of_its_last_pool() {
        pools.received(member, 20_000);
        UUID exit = paidExit();

        assertThat(exits.exit(exit).state).isEqualTo(ExitState.PAID);
        assertThat(exits.member(member).state).isEqualTo(MemberState.LEAVING);
        assertThat(given().get("/exits/" + exit + "/timeline").jsonPath().<String>getList("next.what"))
                .containsExactly("LAST_STATEMENT");

        pools.stated(member, 15_000);
        exits.advanceDays(1);
        assertThat(exits.exit(exit).state).as("5,000 are not divided yet").isEqualTo(ExitState.PAID);

        pools.stated(member, 5_000);
        exits.advanceDays(1);
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.member(member).state).isEqualTo(MemberState.LEFT);
        assertThat(canSignIn()).as("its pools are not paid yet").isTrue();

        exits.payAllDue();
        exits.advanceDays(1);
        assertThat(canSignIn()).isFalse();
        Desk.booksHold();
    }

    @Test
    void a_statement_that_does_not_come_is_waited_for_as_long_as_the_bylaws_say_and_its_money_is_paid_all_the_same() {
        pools.received(member, 20_000);
        UUID exit = paidExit();

        exits.advanceTo(Objects.requireNonNull(exits.exit(exit).valuedOn).plusMonths(MONTHS));
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.PAID);
        exits.advanceDays(1);
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.member(member).state).isEqualTo(MemberState.LEFT);
        assertThat(canSignIn()).isTrue();
        erase().then().statusCode(409).body("code", equalTo("pools-open"));

        pools.stated(member, 20_000);
        erase().then().statusCode(409).body("code", equalTo("still-owed"));
        exits.payAllDue();
        assertThat(paid()).contains(20_000L);
        exits.advanceDays(1);

        assertThat(canSignIn()).isFalse();
        erase().then().statusCode(200);
        Desk.booksHold();
    }

    @Test
    void
            a_member_whose_goods_stay_in_the_pools_has_left_but_reads_its_statements_and_is_not_erased_until_they_are_paid() {
        UUID sold = UUID.randomUUID();
        UUID aged = UUID.randomUUID();
        pools.tell(PoolScenario.certified(sold, member, 10), PoolScenario.certified(aged, member, 5));
        UUID exit = paidExit();

        assertThat(exits.exit(exit).state).as("it has no receipts").isEqualTo(ExitState.ENDED);
        assertThat(canSignIn()).isTrue();
        erase().then().statusCode(409).body("code", equalTo("pools-open"));

        pools.tell(
                pools.dispatched(sold, member, 10),
                pools.dispatched(aged, member, 2),
                PoolScenario.expired(aged, member));
        pools.tell(pools.paid(sold, member, 10, 1_000));
        pools.stated(member, 1_000);
        exits.payAllDue();
        exits.advanceDays(1);
        assertThat(canSignIn()).as("two pieces left before they expired").isTrue();

        pools.tell(pools.paid(aged, member, 2, 200), pools.statement(member, 200));
        exits.payAllDue();
        exits.advanceDays(1);
        assertThat(canSignIn()).isFalse();
        erase().then().statusCode(200);
    }

    @Test
    void nothing_is_waited_for_of_recalled_goods_that_nobody_has_paid() {
        UUID batch = UUID.randomUUID();
        pools.tell(PoolScenario.certified(batch, member, 10), pools.dispatched(batch, member, 4));
        pools.tell(ExitScenario.recalled(batch, member));

        paidExit();

        assertThat(canSignIn()).isFalse();
    }

    /** Its bank account may be closed: it names another one. */
    @Test
    void a_member_whose_pool_money_comes_back_signs_in_again_until_it_is_paid() {
        pools.received(member, 20_000);
        pools.stated(member, 20_000);
        UUID exit = paidExit();
        UUID payable = payable(20_000);
        assertThat(canSignIn()).isFalse();

        assertThat(exits.returnPayable(payable)).isTrue();

        assertThat(canSignIn()).isTrue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.exit(exit).accessEndedAt).isNull();
        given().get("/exits/" + exit + "/timeline")
                .then()
                .body("taken.items.step[-1]", equalTo("PAYMENT_RETURNED"))
                .body("taken.items.amount[-1].amount", equalTo("200.00"));
        exits.payAllDue();
        exits.advanceDays(1);
        assertThat(canSignIn()).isFalse();
        assertThat(exits.exit(exit).accessEndedAt).isNotNull();
        Desk.booksHold();
    }

    @Test
    void the_account_of_a_member_that_was_erased_is_not_opened_again_when_money_comes_back() {
        pools.received(member, 20_000);
        pools.stated(member, 20_000);
        paidExit();
        erase().then().statusCode(200);

        assertThat(exits.returnPayable(payable(20_000))).isTrue();

        assertThat(canSignIn()).isFalse();
    }

    private UUID payable(long amount) {
        return ExitScenario.inTransaction(() -> Payable.<Payable>find("memberId = ?1 and amount = ?2", member, amount)
                .singleResult()
                .id);
    }

    private UUID paidExit() {
        UUID exit = exits.requestAndValue(member);
        exits.payAllDue();
        return exit;
    }

    private boolean canSignIn() {
        return ExitScenario.inTransaction(() -> logins.canSignIn(member));
    }

    private List<Long> paid() {
        return ExitScenario.inTransaction(
                () -> Payable.<Payable>list("memberId = ?1 and paidAt is not null", member).stream()
                        .map(payable -> payable.amount)
                        .toList());
    }

    private Response erase() {
        return Desk.post("/members/" + member + "/erasure", "{}");
    }
}
