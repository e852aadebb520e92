package coop.parasol.quality.recall;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchInput;
import coop.parasol.contracts.ProductionEvent.InputKind;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The preview of a recall names what was made of its lots, and of what was made of them. */
@QuarkusTest
@TestSecurity(
        user = "dewi",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class RecallPreviewIT {

    @Inject
    Events events;

    @Test
    void a_preview_names_the_forward_closure_of_its_lots_and_what_a_correction_takes_out_of_it_no_more() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID clay = vases.sampled();
        UUID slip = vases.sampled();
        UUID vase = vases.sampled();
        UUID other = vases.sampled();
        madeOf(vases, slip, clay);
        madeOf(vases, vase, slip, clay);
        madeOf(vases, other, vase);

        Awaitility.await().atMost(Events.PATIENCE).until(() -> made(clay).size() == 3);
        assertThat(made(clay)).containsExactlyInAnyOrder(slip + " 1", vase + " 1", other + " 2");
        assertThat(made(vase)).containsExactly(other + " 1");
        assertThat(made(clay, slip))
                .as("what the scope names is not named again")
                .hasSize(2);
        assertThat(made(other)).isEmpty();

        madeOf(vases, vase);
        Awaitility.await().atMost(Events.PATIENCE).until(() -> made(clay).size() == 1);
        assertThat(made(clay)).containsExactly(slip + " 1");
    }

    private void madeOf(VaseScenario vases, UUID batch, UUID... inputs) {
        events.publish(new BatchCorrected(
                batch,
                vases.member,
                vases.product,
                lot(batch),
                Quantity.of(40, "C62"),
                LocalDate.now(ZoneOffset.UTC),
                null,
                "thrown",
                null,
                Instant.now(),
                Stream.of(inputs)
                        .map(input -> new BatchInput(InputKind.OWN, null, lot(input), input, Quantity.of(1, "C62")))
                        .toList()));
    }

    private static List<String> made(UUID... batches) {
        String lots = String.join(
                "\", \"", Stream.of(batches).map(RecallPreviewIT::lot).toList());
        return given().contentType("application/json")
                .body("{\"lots\": [\"" + lots + "\"]}")
                .post("/recalls/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("madeOf.collect { it.batchId + ' ' + it.steps }", String.class);
    }

    private static String lot(UUID batch) {
        return VaseScenario.shown(batch).getString("lot");
    }
}
