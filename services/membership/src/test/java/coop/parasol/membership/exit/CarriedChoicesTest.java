package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.membership.Desk;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.messaging.Cause;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A death that was recorded by mistake takes nothing from the member: its own request goes on with what it had chosen for its goods. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"registrar", "treasurer"})
class CarriedChoicesTest {

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    ChooseGoods chooseGoods;

    @Inject
    ReverseTermination reverseTermination;

    @Inject
    Events events;

    private final UUID batch = UUID.randomUUID();
    private UUID member;
    private UUID own;

    @BeforeEach
    void a_leaving_member_that_takes_its_goods_back() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        member = exits.join();
        pools.tell(PoolScenario.certified(batch, member, 10));
        own = exits.request(member);
        choose(own, GoodsChoice.TAKE_BACK);
    }

    @Test
    void what_was_chosen_before_a_death_was_recorded_after_the_binding_is_done_by_the_exit_that_takes_its_place() {
        exits.advanceDays(90);
        assertThat(exits.exit(own).state).isEqualTo(ExitState.BINDING);
        UUID again = recordedAndReversed();

        exits.advanceDays(0);

        assertThat(exits.exit(again).state).isEqualTo(ExitState.BINDING);
        assertThat(bound(again)).containsExactly(new ChosenGoods(batch, GoodsChoice.TAKE_BACK));
        assertThat(exits.exit(again).goodsChosenAt).isEqualTo(exits.exit(own).goodsChosenAt);
        given().get("/exits/" + again + "/goods")
                .then()
                .statusCode(200)
                .body("items.choice", org.hamcrest.Matchers.equalTo(List.of("TAKE_BACK")));
    }

    /** The day binds, not the job that looks for it. */
    @Test
    void what_was_chosen_holds_where_a_death_is_recorded_after_the_notice_though_nothing_has_bound_the_exit_yet() {
        exits.advanceClock(90);
        assertThat(exits.exit(own).state).isEqualTo(ExitState.REQUESTED);

        Desk.post("/members/" + member + "/termination", "{\"reason\": \"DEATH\", \"document\": \"certificate 4711\"}")
                .then()
                .statusCode(201);

        assertThat(exits.exit(own).state).isEqualTo(ExitState.BINDING);
        assertThat(exits.exit(own).kind).isEqualTo(ExitKind.DEATH);
        assertThat(bound(own)).containsExactly(new ChosenGoods(batch, GoodsChoice.TAKE_BACK));
        assertThat(given().get("/exits/" + own + "/timeline").jsonPath().<String>getList("taken.items.step"))
                .endsWith("BINDING", "DEATH_RECORDED");
    }

    @Test
    void before_the_binding_it_is_carried_over_and_may_still_be_changed() {
        UUID again = recordedAndReversed();
        given().get("/exits/" + again + "/goods")
                .then()
                .body("items.choice", org.hamcrest.Matchers.equalTo(List.of("TAKE_BACK")));

        choose(again, GoodsChoice.OFFER);
        exits.advanceDays(90);

        assertThat(bound(again)).containsExactly(new ChosenGoods(batch, GoodsChoice.OFFER));
    }

    private void choose(UUID exit, GoodsChoice choice) {
        assertThat(ExitScenario.<ChooseGoods.Outcome>inTransaction(
                        () -> chooseGoods.choose(exit, List.of(new ChosenGoods(batch, choice)), ExitScenario.CAUSE)))
                .isInstanceOf(ChooseGoods.Chosen.class);
    }

    /** By the registrar, then by two persons; the exit that takes the place of the member's own. */
    private UUID recordedAndReversed() {
        Desk.post("/members/" + member + "/termination", "{\"reason\": \"DEATH\", \"document\": \"certificate 4711\"}")
                .then()
                .statusCode(201);
        ExitScenario.inTransaction(() -> {
            reverseTermination.propose(own, "another firm of that name", Cause.of("uma"));
            return true;
        });
        Desk.post("/exits/" + own + "/reversal/approval", "{}").then().statusCode(200);
        assertThat(exits.exit(own).state).isEqualTo(ExitState.WITHDRAWN);
        return events.await(
                        ExitRequested.class,
                        event -> event.memberId().equals(member)
                                && !event.exitId().equals(own))
                .exitId();
    }

    private List<ChosenGoods> bound(UUID exit) {
        return events.await(ExitBinding.class, event -> event.exitId().equals(exit))
                .goods();
    }
}
