package coop.parasol.distribution.stock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.UseCases;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A batch is found by its lot, however its letters and blanks are typed. */
@QuarkusTest
@TestSecurity(user = "leela", roles = "logistics-desk")
class StockByLotTest {

    @Inject
    UseCases useCases;

    @Test
    void a_lot_with_small_letters_and_blanks_is_found_in_any_case() {
        UUID batch = useCases.batch(useCases.product(), UUID.randomUUID(), 10, 5);
        String number = Integer.toHexString(batch.hashCode());
        useCases.execute("update batch set lot = ? where batch_id = ?", "vase " + number + "x", batch);

        for (String typed : List.of("vase " + number + "x", "VASE" + number + "X", " Vase" + number + "x")) {
            assertThat(found(typed)).containsExactly(batch.toString());
        }
        assertThat(found("vase" + number)).isEmpty();
    }

    private static List<@Nullable String> found(String lot) {
        return given().queryParam("lot", lot).get("/stock").jsonPath().getList("items.batchId", String.class);
    }
}
