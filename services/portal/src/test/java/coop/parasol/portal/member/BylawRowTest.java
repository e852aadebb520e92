package coop.parasol.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BylawRowTest {

    @Test
    void names_and_parts_are_read_as_words() {
        assertThat(BylawRow.of(Map.of("exitInstalments", 4)))
                .containsExactly(new BylawRow("exitInstalments", "Instalments to a leaving member", "4"));
        assertThat(BylawRow.text("quorum", 2500)).isEqualTo("25 %");
        assertThat(BylawRow.text("revolvingYears", 5)).isEqualTo("5");
    }

    @Test
    void which_goods_a_pool_has_is_not_said_by_the_word_for_an_accepted_offer() {
        assertThat(BylawRow.text("poolBasis", "ACCEPTED")).isEqualTo("Goods that partners have accepted");
        assertThat(Language.GUJARATI.write(() -> BylawRow.text("poolBasis", "ACCEPTED")))
                .isEqualTo("વેપારીઓએ સ્વીકારેલો માલ");
    }
}
