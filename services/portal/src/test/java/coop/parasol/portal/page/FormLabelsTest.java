package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import coop.parasol.portal.client.ServiceProblem;
import org.junit.jupiter.api.Test;

/** What is refused names a field as the page does. */
class FormLabelsTest {

    @Test
    void labels_are_found_by_the_name_of_the_field_in_the_order_of_the_page() {
        assertThat(FormLabels.in("""
                        <label for="route">How it is made</label><input id="route" name="route">
                        <label for="bestBefore">Best before <small>(optional)</small></label>
                        <input id="lines[0].quantity" name="lines[0].quantity" aria-label="Quantity of line 1">
                        <fieldset class="field wrong" id="roles">
                        <legend>May do</legend>
                        <label class="tick"><input type="checkbox" name="roles" value="registrar"> Registrar</label>
                        </fieldset>
                        <label>Language of mails <select name="language"></select></label>
                        <label for="name">Firm&#39;s name &amp; form</label>
                        """))
                .containsExactly(
                        entry("route", "How it is made"),
                        entry("bestBefore", "Best before"),
                        entry("lines[0].quantity", "Quantity of line 1"),
                        entry("roles", "May do"),
                        entry("language", "Language of mails"),
                        entry("name", "Firm's name & form"));
    }

    @Test
    void a_sentence_names_the_field_as_the_page_does() {
        ServiceProblem.FieldError blank = new ServiceProblem.FieldError("route", "not-blank", "must not be blank");

        assertThat(ProblemSentences.ofField(blank, "How it is made", true)).isEqualTo("How it is made: fill this in.");
        assertThat(ProblemSentences.ofField(blank, null, true)).isEqualTo("Route: fill this in.");
    }
}
