package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.client.ServiceProblem;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

    @Test
    void an_amount_that_is_required_is_more_than_nothing_and_in_digits() {
        for (String amount : List.of("0.05", "1290.50", "1,29,120.00", "₹5", "१००")) {
            assertThat(amountRefused(amount)).as(amount).isFalse();
        }
        for (String none : List.of("", " ", "-5", "0", "0.00", "abc", "1e5", "1.2.3", "5.")) {
            assertThat(amountRefused(none)).as(none).isTrue();
        }
    }

    @Test
    void what_is_typed_is_read_in_latin_digits() {
        assertThat(FormFields.empty().with("quantity", " १२ ").text("quantity")).isEqualTo("12");
    }

    private static boolean amountRefused(String typed) {
        FormFields form = FormFields.empty().with("amount", typed);
        form.requireAmount("amount");
        return form.isRefused();
    }

    @Test
    void a_form_that_is_sent_twice_has_the_same_key() {
        FormFields first = FormFields.empty();
        assertThat(FormFields.sent(new MultivaluedHashMap<>(Map.of("idempotency-key", first.key())))
                        .key())
                .isEqualTo(first.key());
        assertThat(FormFields.empty().key()).isNotEqualTo(first.key());
    }

    @Test
    void what_a_service_refuses_stands_at_the_field_or_above_the_form() {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("lot", " L-1 ");
        FormFields form = FormFields.sent(sent);
        form.refuse(new ServiceProblem(new ServiceProblem.Document(
                422,
                "invalid-fields",
                "2 fields are wrong.",
                null,
                List.of(
                        new ServiceProblem.FieldError("lot", "lot-taken", "Lot L-1 is taken."),
                        new ServiceProblem.FieldError("memberId", "unknown", "No such member.")))));

        assertThat(form.error("lot")).isEqualTo("Lot L-1 is taken.");
        assertThat(form.general()).containsExactly("No such member.");
        assertThat(form.text("lot")).as("what was typed stays").isEqualTo("L-1");
    }

    @Test
    void a_problem_with_a_sentence_of_the_portal_says_what_to_do_next() {
        FormFields form = FormFields.empty();
        form.refuse(new ServiceProblem(
                new ServiceProblem.Document(403, "same-person", "You have drafted it.", null, null)));
        assertThat(form.general())
                .containsExactly(
                        "Another person than the one who began this has to do it. Ask a colleague who has the same role.");
    }

    @Test
    void two_lines_of_a_field_that_are_wrong_are_both_named() {
        FormFields form = FormFields.empty();
        form.refuseAlso("routes", "kiln; abc; 5");
        form.refuseAlso("routes", "wheel");
        assertThat(form.error("routes")).contains("kiln; abc; 5").contains("wheel");
    }

    @Test
    void nothing_typed_is_left_out_of_what_is_sent() {
        assertThat(FormFields.empty().optional("route")).isNull();
    }

    @Test
    void a_field_that_was_left_empty_is_named_and_asked_for_whatever_the_service_could_not_read_there() {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("creditLimit", " ");
        sent.putSingle("quantity", "many");
        FormFields form = FormFields.sent(sent);
        form.refuse(new ServiceProblem(new ServiceProblem.Document(
                400,
                "malformed-field",
                "money needs an amount and a currency",
                null,
                List.of(
                        new ServiceProblem.FieldError(
                                "creditLimit", "malformed-field", "money needs an amount and a currency"),
                        new ServiceProblem.FieldError("quantity", "malformed-field", "a decimal", "NUMBER"),
                        new ServiceProblem.FieldError("dueOn", "not-null", "dueOn must not be null")))));

        assertThat(form.error("creditLimit")).isEqualTo("Credit limit: fill this in.");
        assertThat(form.error("quantity"))
                .isEqualTo("Quantity: Type a number such as 12.5, with digits and a point alone.");
        assertThat(form.general()).containsExactly("Due on: fill this in.");
    }
}
