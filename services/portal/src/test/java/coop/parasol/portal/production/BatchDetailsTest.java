package coop.parasol.portal.production;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.FormFields;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A producer's own measurements, as people type them. */
class BatchDetailsTest {

    @ParameterizedTest
    @ValueSource(strings = {"weight: 500", "weight：500", "weight ઃ 500", "weight ः 500"})
    void a_colon_of_any_keyboard_stands_before_the_value(String line) {
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("measurements", line);

        assertThat(BatchDetails.measurements(FormFields.sent(sent)))
                .containsExactly(new ProductionClient.NewMeasurement("weight", new BigDecimal("500")));
    }
}
