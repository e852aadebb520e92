package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text keeps its script, and nothing in it hides (rules of the firm, 0). */
class TextTest {

    @Test
    void text_is_composed_and_has_no_blanks_at_its_ends() {
        assertThat(Text.normalized("Me\u0301lange ")).isEqualTo("M\u00e9lange");
        assertThat(Text.normalized("\u3000\u00a0a b\u2009")).isEqualTo("a b");
        assertThat(Text.normalized("\u00a0")).isEmpty();
    }

    @Test
    void joiners_are_taken_within_words_where_languages_need_them() {
        assertThat(Text.normalized("\u0915\u094d\u200d\u0937")).isEqualTo("\u0915\u094d\u200d\u0937");
        assertThat(Text.normalized("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"))
                .isEqualTo("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
        assertThat(Text.normalized("\u0627\u0644\u0633\u0639\u0631 \u0660\u0661"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "a\u0007b",
                "a\u001b[31m",
                "a\u007fb",
                "a\u0085b",
                "a\nb",
                "a\tb",
                "a\u200bb",
                "a\u200e",
                "\u202ea",
                "a\u2066b",
                "a\u2028b",
                "a\ufeffb",
                "a\u00adb",
                "a\u2060b",
                "a\ud800b",
                "a\ue000b",
                "a\uffffb",
                "a\ufffdb",
                "\u200da",
                "a\u200d",
                "a \u200cb",
                "1\u200d2",
                "a\udb40\udc41"
            })
    void what_is_not_seen_is_refused(String text) {
        assertThatThrownBy(() -> Text.normalized(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+");
    }

    @Test
    void lines_are_taken_where_several_are_asked_for() {
        assertThat(Text.normalizedLines("a\r\nb\n\tc ")).isEqualTo("a\nb\n c");
        assertThatThrownBy(() -> Text.normalizedLines("a\rb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Text.normalizedLines("a\u001bb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printed_text_is_one_line_and_moves_no_cursor() {
        assertThat(PrintableText.of("lot 7\ngrade A\u001b[2J\u202e")).isEqualTo("lot 7\\u000agrade A\\u001b[2J\\u202e");
        assertThat(PrintableText.of("\u0915\u094d\u200d\u0937")).isEqualTo("\u0915\u094d\u200d\u0937");
        assertThat(PrintableText.of(null)).isEqualTo("null");
    }
}
