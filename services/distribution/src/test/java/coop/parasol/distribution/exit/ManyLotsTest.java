package coop.parasol.distribution.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.GoodsChoiceEnded;
import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A leaving member with thousands of lots: every choice is done, undone, or ends. */
@QuarkusTest
@TestSecurity(user = "leela", roles = "logistics-desk")
class ManyLotsTest extends LeavingMember {

    private static final int LOTS = 3_000;
    private static final int OFFERED = LOTS / 3;

    /** Statements of one transaction that write, as their rows' command ids tell; far fewer than lots. */
    private static final int MAX_COMMANDS = 20;

    /** Later tests go through all stock, page after page. */
    @AfterEach
    void the_lots_are_gone() {
        useCases.execute("delete from exit_goods where member_id = ?", member);
        useCases.execute("delete from batch where member_id = ?", member);
    }

    @Test
    void thousands_of_lots_are_set_aside_put_back_and_set_aside_again() {
        ChosenGoods[] choices = choices(stocked());
        UUID reversed = leaving.requested(member);
        leaving.bound(member, reversed, choices);
        assertThat(sum("set_aside")).isEqualByComparingTo(new BigDecimal(LOTS - OFFERED));

        leaving.withdrawn(member, reversed);

        assertThat(sum("on_hand")).isEqualByComparingTo(new BigDecimal(LOTS));
        UUID exit = bound(LOTS, choices);
        assertThat(sum("set_aside")).isEqualByComparingTo(new BigDecimal(LOTS - OFFERED));
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);
        assertThat(leaving.isConserved()).isTrue();
    }

    @Test
    void thousands_of_lots_lapse_in_transactions_of_bounded_size_with_few_statements() {
        UUID exit = overdue();

        lapseGoodsChoices.run();

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(sum("on_hand")).isEqualByComparingTo(new BigDecimal(LOTS));
        assertThat(leaving.isConserved()).isTrue();
        assertThat(useCases.number("select count(distinct xmin::text) from exit_goods where exit_id = ?", exit))
                .as("transactions")
                .isEqualByComparingTo(new BigDecimal(LOTS / LapseGoodsChoices.MAX_LOTS));
        assertThat(useCases.number(
                        "select max(lots) from (select count(*) as lots from exit_goods where exit_id = ? group by xmin::text) t",
                        exit))
                .as("lots of a transaction")
                .isEqualByComparingTo(new BigDecimal(LapseGoodsChoices.MAX_LOTS));
        assertThat(useCases.number("select max(cmin::text::bigint) from exit_goods where exit_id = ?", exit))
                .isLessThan(new BigDecimal(MAX_COMMANDS));
        assertThat(useCases.number("select max(cmin::text::bigint) from batch where member_id = ?", member))
                .isLessThan(new BigDecimal(MAX_COMMANDS));
        awaitToldOnce(exit);
    }

    /** Whatever hears first that their day is over ends no more of them at once than the job does. */
    @Test
    void thousands_of_offers_that_are_out_of_date_end_in_transactions_of_bounded_size() {
        List<UUID> batches = stocked();
        UUID exit = leaving.requested(member);
        leaving.bound(
                member,
                exit,
                batches.stream()
                        .map(batch -> LeavingGoods.chosen(batch, GoodsChoice.OFFER))
                        .toArray(ChosenGoods[]::new));
        useCases.execute(
                "update batch set expiry = ? where member_id = ?",
                useCases.today().minusDays(1),
                member);

        leaving.clearedByQuality(member, exit, LOTS);

        assertThat(useCases.number(
                        "select count(*) from exit_goods where exit_id = ? and decided_at is not null", exit))
                .isEqualByComparingTo(new BigDecimal(LapseGoodsChoices.MAX_LOTS));
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);

        lapseGoodsChoices.run();

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(useCases.number(
                        "select max(lots) from (select count(*) as lots from exit_goods where exit_id = ? group by xmin::text) t",
                        exit))
                .isEqualByComparingTo(new BigDecimal(LapseGoodsChoices.MAX_LOTS));
        awaitToldOnce(exit);
    }

    @Test
    void cut_off_in_the_middle_every_lot_has_ended_or_not_and_the_next_run_ends_the_rest() throws InterruptedException {
        UUID exit = overdue();
        Thread[] running = new Thread[1];
        LeavingGoods.run(() -> {
            useCases.executeHere("""
                    select 1 from batch where batch_id = (select batch_id from exit_goods
                     where exit_id = ? and choice = 'TAKE_BACK' order by batch_id desc limit 1) for update
                    """, exit);
            running[0] = Thread.ofPlatform().start(lapseGoodsChoices::run);
            useCases.awaitSomebodyWaitingForALock();
            useCases.executeHere("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'");
        });
        running[0].join();

        BigDecimal ended =
                useCases.number("select count(*) from exit_goods where exit_id = ? and decided_at is not null", exit);
        assertThat(ended)
                .as("what was committed before, whole transactions")
                .isEqualByComparingTo(new BigDecimal(LOTS - LapseGoodsChoices.MAX_LOTS));
        assertThat(sum("set_aside"))
                .as("what has not ended is set aside as before")
                .isEqualByComparingTo(useCases.number(
                        "select count(*) from exit_goods where exit_id = ? and state = 'SET_ASIDE'", exit));
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);
        assertThat(leaving.isConserved()).isTrue();

        lapseGoodsChoices.run();

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(sum("on_hand")).isEqualByComparingTo(new BigDecimal(LOTS));
        assertThat(leaving.isConserved()).isTrue();
        awaitToldOnce(exit);
    }

    @Test
    void thousands_of_lots_are_shown_page_by_page_and_as_sums() {
        UUID exit = bound(LOTS, choices(stocked()));

        Set<String> seen = new HashSet<>();
        String next = "";
        int pages = 0;
        do {
            JsonPath page = given().get("/exits/" + exit + "/goods?limit=200" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> batches = page.getList("items.batchId");
            assertThat(batches).hasSizeLessThanOrEqualTo(200);
            seen.addAll(batches);
            next = page.getString("next") == null ? "" : "&after=" + page.getString("next");
            pages++;
        } while (!next.isEmpty());
        assertThat(seen).hasSize(LOTS);
        assertThat(pages).isEqualTo(LOTS / 200);

        String unsold = "/exits/" + exit + "/unsold";
        JsonPath first = given().get(unsold).then().statusCode(200).extract().jsonPath();
        assertThat(first.getList("items")).hasSize(50);
        assertThat(first.getString("next")).isNotNull();
        String before = new UUID(exit.getMostSignificantBits(), exit.getLeastSignificantBits() - 1).toString();
        JsonPath listed = given().get("/exits?limit=1&after=" + before).jsonPath();
        assertThat(listed.getString("items[0].exitId")).isEqualTo(exit.toString());
        assertThat(listed.getList("items[0].unsold")).hasSize(1);
        assertThat(listed.getInt("items[0].unsold[0].lots")).isEqualTo(OFFERED);
    }

    @Test
    void one_of_thousands_of_lots_is_shown_and_one_exit_as_in_the_lists() {
        UUID exit = bound(LOTS, choices(stocked()));
        String goods = "/exits/" + exit + "/goods";
        Map<String, Object> last = given().get(goods + "?limit=200").jsonPath().getMap("items[199]");

        assertThat(given().get(goods + "/" + last.get("batchId")).jsonPath().getMap(""))
                .isEqualTo(last);
        given().get(goods + "/" + UUID.randomUUID()).then().statusCode(404);
        String before = new UUID(exit.getMostSignificantBits(), exit.getLeastSignificantBits() - 1).toString();
        assertThat(given().get("/exits/" + exit).jsonPath().getMap(""))
                .isEqualTo(
                        given().get("/exits?limit=1&after=" + before).jsonPath().getMap("items[0]"));
        given().get("/exits/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** An exit of which everything should have been collected and decided about long ago. */
    private UUID overdue() {
        UUID exit = bound(LOTS, choices(stocked()));
        setAsideDaysAgo(exit, 400);
        boundDaysAgo(exit, 400);
        return exit;
    }

    private void awaitToldOnce(UUID exit) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(events.all(
                                GoodsChoiceEnded.class, event -> event.exitId().equals(exit)))
                        .extracting(GoodsChoiceEnded::batchId)
                        .hasSize(LOTS)
                        .doesNotHaveDuplicates());
    }

    private static ChosenGoods[] choices(List<UUID> batches) {
        ChosenGoods[] choices = new ChosenGoods[LOTS];
        for (int i = 0; i < LOTS; i++) {
            choices[i] = LeavingGoods.chosen(batches.get(i), i % 3 == 0 ? GoodsChoice.OFFER : GoodsChoice.TAKE_BACK);
        }
        return choices;
    }

    /** One piece of each lot; all but the first are copies of it. */
    private List<UUID> stocked() {
        UUID first = useCases.batch(product, member, 1, 30);
        List<UUID> all = new ArrayList<>(List.of(first));
        for (int i = 1; i < LOTS; i++) {
            all.add(new UUID(first.getMostSignificantBits(), i));
        }
        useCases.execute(
                """
                insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry, certified, on_hand)
                select copy, 'C' || copy, member_id, product, 'L-' || copy, grade, unit, expiry, certified, on_hand
                  from batch, unnest(cast(? as uuid[])) as copy where batch_id = ?
                """,
                "{" + String.join(",", all.stream().skip(1).map(UUID::toString).toList()) + "}",
                first);
        useCases.execute("update producer set batches_received = ? where member_id = ?", LOTS, member);
        return all;
    }

    private BigDecimal sum(String column) {
        return useCases.number("select sum(" + column + ") from batch where member_id = ?", member);
    }
}
