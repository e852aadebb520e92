package coop.parasol.portal.production;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_refused_lot_is_said_at_the_field_in_which_it_was_typed() {
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("boughtIn", "brass; ભુજ");
        sent.putSingle("certificates", "X");
        FormFields form = FormFields.sent(sent);
        ServiceProblem refused = new ServiceProblem(new ServiceProblem.Document(
                422,
                "invalid-fields",
                "",
                null,
                List.of(error("inputs[0].lot"), error("inputs[1].certificate"), error("measurements[0].value"))));

        assertThat(BatchDetails.atFields(refused, form).document().fields())
                .extracting(ServiceProblem.FieldError::field)
                .containsExactly("boughtIn", "certificates", "measurements");
    }

    @Test
    void lots_may_be_typed_in_the_digits_of_any_script() {
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("ownLots", "૧૨; ૪૦");
        sent.putSingle("boughtIn", "પિત્તળ; ૪૭૧૧");

        assertThat(BatchDetails.inputs(FormFields.sent(sent)))
                .containsExactly(
                        new ProductionClient.NewInput("OWN", "12", null, null, new BigDecimal("40")),
                        new ProductionClient.NewInput("BOUGHT", "4711", "પિત્તળ", null, null));
    }

    @Test
    void behind_a_lot_stands_how_much_of_it_was_used_and_what_is_no_number_is_not_told() {
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("ownLots", "CLAY；12.5\nSLIP");
        sent.putSingle("certificates", "7K2M-1; 5\n7K2M-2; five");

        assertThat(BatchDetails.inputs(FormFields.sent(sent)))
                .containsExactly(
                        new ProductionClient.NewInput("OWN", "CLAY", null, null, new BigDecimal("12.5")),
                        new ProductionClient.NewInput("OWN", "SLIP", null, null, null),
                        new ProductionClient.NewInput("MEMBER", null, null, "7K2M-1", new BigDecimal("5")),
                        new ProductionClient.NewInput("MEMBER", null, null, "7K2M-2", null));
    }

    private static ServiceProblem.FieldError error(String field) {
        return new ServiceProblem.FieldError(field, "malformed-field", "");
    }
}
