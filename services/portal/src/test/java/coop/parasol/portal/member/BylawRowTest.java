package coop.parasol.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

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
}
