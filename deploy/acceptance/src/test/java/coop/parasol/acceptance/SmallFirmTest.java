package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.local.season.Season;
import coop.parasol.local.season.Staff;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A firm with three employees runs a season: each holds several roles, and a second person is another one of the three. */
class SmallFirmTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final List<String> EMPLOYEES = List.of("asha", "bela", "chitra");

    @Test
    void three_employees_who_hold_several_roles_run_a_season() {
        Staff staff = Staff.THREE_EMPLOYEES;
        Set<String> busy = new TreeSet<>(List.of(
                staff.registrar(),
                staff.treasurer(),
                staff.secondTreasurer(),
                staff.qualityDesk(),
                staff.secondQualityDesk(),
                staff.pricingDesk(),
                staff.secondPricingDesk(),
                staff.logisticsDesk()));
        assertThat(busy).containsExactlyElementsOf(EMPLOYEES);

        assertThat(new Season(SYSTEM.installation(), Instant.now().getEpochSecond() + 1, staff).run())
                .as("whether all conservation laws hold")
                .isTrue();

        List<Map<String, String>> runs = as("asha")
                .get(url("/payment-runs?limit=200"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.state == 'APPROVED' }");
        assertThat(runs.getLast().get("approvedBy"))
                .as("who approved the last payment run is another person than who drafted it")
                .isNotEqualTo(runs.getLast().get("draftedBy"));
    }

    @Test
    void one_of_them_alone_approves_nothing_whatever_roles_it_holds() {
        Map<String, Object> entry = Map.of(
                "narrative",
                "rent of the office",
                "lines",
                List.of(
                        Map.of("account", "OPERATING_EXPENSES", "amount", Map.of("amount", "12.00", "currency", "INR")),
                        Map.of("account", "BANK", "amount", Map.of("amount", "-12.00", "currency", "INR"))));
        String proposed = as("asha")
                .contentType("application/json")
                .body(entry)
                .post(url("/ledger/manual-entries"))
                .then()
                .statusCode(201)
                .extract()
                .path("manualEntryId");

        as("asha")
                .header("If-Match", "*")
                .post(url("/ledger/manual-entries/" + proposed + "/approval"))
                .then()
                .statusCode(403)
                .body("code", equalTo("same-person"));
        as("bela")
                .header("If-Match", "*")
                .post(url("/ledger/manual-entries/" + proposed + "/approval"))
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String employee) {
        Installation installation = SYSTEM.installation();
        return RestAssured.given().auth().oauth2(RunningSystem.demoToken(installation, employee));
    }

    private static String url(String path) {
        return SYSTEM.installation().url(Component.MEMBERSHIP) + path;
    }
}
