package coop.parasol.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.FormFields;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BylawRowTest {

    private static final Map<String, Object> IN_FORCE = Map.of(
            "version",
            1,
            "parValue",
            Map.of("amount", "1000.00", "currency", "INR"),
            "quorum",
            2500,
            "secretBallots",
            false,
            "noticePeriod",
            "P14D");

    @Test
    void names_and_parts_are_read_as_words() {
        assertThat(BylawRow.of(Map.of("exitInstalments", 4)))
                .containsExactly(new BylawRow("exitInstalments", "Instalments to a leaving member", "4", "4"));
        assertThat(BylawRow.text("quorum", 2500)).isEqualTo("25 %");
        assertThat(BylawRow.text("revolvingYears", 5)).isEqualTo("5");
    }

    @Test
    void only_what_is_typed_differently_is_proposed_in_its_kind() {
        FormFields form = FormFields.empty()
                .with("changes.parValue", "1200.00 INR")
                .with("changes.quorum", "3000")
                .with("changes.secretBallots", "true")
                .with("changes.noticePeriod", "P14D");

        assertThat(BylawRow.changes(form, IN_FORCE))
                .containsOnly(
                        Map.entry("parValue", Map.of("amount", "1200.00", "currency", "INR")),
                        Map.entry("quorum", 3000),
                        Map.entry("secretBallots", true));
    }

    @Test
    void what_is_no_number_is_left_to_the_service() {
        FormFields form = FormFields.empty().with("changes.quorum", "a half");

        assertThat(BylawRow.changes(form, IN_FORCE)).containsOnly(Map.entry("quorum", "a half"));
    }
}
