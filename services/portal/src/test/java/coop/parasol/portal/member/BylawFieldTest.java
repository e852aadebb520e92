package coop.parasol.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Language;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bylaws are typed as they are read, and sent as membership takes them. */
@QuarkusTest
class BylawFieldTest {

    private static final Map<String, Object> IN_FORCE = Map.ofEntries(
            Map.entry("version", 1),
            Map.entry("parValue", Map.of("amount", "1000.00", "currency", "INR")),
            Map.entry("quorum", 2500),
            Map.entry("majority", 6666),
            Map.entry("holdbackMonths", 6),
            Map.entry("secretBallots", false),
            Map.entry("poolBasis", "ACCEPTED"),
            Map.entry("noticePeriod", "P14D"),
            Map.entry("votingPeriod", "PT168H"));

    @Test
    void parts_lengths_and_amounts_are_shown_as_they_are_typed() {
        assertThat(field("majority").value()).isEqualTo("66.66");
        assertThat(field("majority").unit()).isEqualTo("%");
        assertThat(field("parValue").value()).isEqualTo("1000.00");
        assertThat(field("parValue").unit()).isEqualTo("INR");
        assertThat(field("noticePeriod").value()).isEqualTo("14");
        assertThat(chosen(field("noticePeriod"))).isEqualTo("DAYS");
        assertThat(field("votingPeriod").value()).isEqualTo("7");
        assertThat(chosen(field("votingPeriod"))).isEqualTo("T-DAYS");
        assertThat(field("secretBallots").choices())
                .extracting(BylawField.Option::code)
                .containsExactly("true", "false");
    }

    @Test
    void a_form_that_is_sent_as_it_is_shown_proposes_nothing() {
        FormFields form = FormFields.empty();
        fields().forEach(field -> {
            form.with(field.field(), field.value());
            if (!field.units().isEmpty()) {
                form.with(field.unitField(), chosen(field));
            }
        });

        assertThat(changes(form)).isEmpty();
        assertThat(form.isRefused()).isFalse();
    }

    @Test
    void only_what_is_typed_differently_is_proposed_in_its_kind() {
        FormFields form = FormFields.empty()
                .with("changes.parValue", "₹1,20,000.50")
                .with("changes.quorum", "30 %")
                .with("changes.majority", "66.66")
                .with("changes.holdbackMonths", "9")
                .with("changes.secretBallots", "true")
                .with("changes.poolBasis", "CERTIFIED")
                .with("changes.noticePeriod", "2")
                .with("changes.noticePeriod.unit", "MONTHS")
                .with("changes.votingPeriod", "90")
                .with("changes.votingPeriod.unit", "MINUTES");

        assertThat(changes(form))
                .containsOnly(
                        Map.entry("parValue", Map.of("amount", "120000.50", "currency", "INR")),
                        Map.entry("quorum", 3000),
                        Map.entry("holdbackMonths", 9),
                        Map.entry("secretBallots", true),
                        Map.entry("poolBasis", "CERTIFIED"),
                        Map.entry("noticePeriod", "P2M"),
                        Map.entry("votingPeriod", "PT1H30M"));
    }

    @Test
    void the_same_length_in_another_unit_is_no_change() {
        FormFields form =
                FormFields.empty().with("changes.votingPeriod", "168").with("changes.votingPeriod.unit", "HOURS");

        assertThat(changes(form)).isEmpty();
    }

    @Test
    void what_is_no_number_is_refused_at_its_field_and_not_guessed() {
        FormFields form = FormFields.empty()
                .with("changes.quorum", "a half")
                .with("changes.majority", "66,66")
                .with("changes.holdbackMonths", "1.5")
                .with("changes.noticePeriod", "P14D");

        assertThat(changes(form)).isEmpty();
        assertThat(form.errors().keySet())
                .containsExactlyInAnyOrder(
                        "changes.quorum", "changes.majority", "changes.holdbackMonths", "changes.noticePeriod");
    }

    private static BylawField field(String name) {
        return fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String chosen(BylawField field) {
        return field.units().stream()
                .filter(BylawField.Option::chosen)
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static List<BylawField> fields() {
        return Language.ENGLISH.write(() -> BylawField.of(IN_FORCE, FormFields.empty()));
    }

    private static Map<String, Object> changes(FormFields form) {
        return Language.ENGLISH.write(() -> BylawField.changes(form, IN_FORCE));
    }
}
