package coop.parasol.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuideTest {

    private static final Pattern PICTURE = Pattern.compile("<img [^>]*>");
    private static final Pattern SIZED = Pattern.compile("(?=.* width=\"\\d+\").* height=\"\\d+\"");

    static Stream<Arguments> editions() {
        return Arrays.stream(Guide.values())
                .flatMap(guide -> Arrays.stream(Language.values()).map(language -> Arguments.of(guide, language)));
    }

    @ParameterizedTest
    @EnumSource
    void every_guide_of_the_repository_is_a_page(Language language) throws IOException {
        Path guides = Path.of("../../docs/guide");
        try (Stream<Path> files = Files.list(language == Language.ENGLISH ? guides : guides.resolve(language.code()))) {
            assertThat(Arrays.stream(Guide.values()).map(guide -> guide.path() + ".md"))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".md"))
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void a_guide_has_one_title_and_leads_to_no_file(Guide guide, Language language) {
        assertThat(guide.read(language).title()).isNotBlank();
        assertThat(guide.read(language).html()).doesNotContain("<h1", ".md\"", "<script", "<p>|", "**");
    }

    @ParameterizedTest
    @MethodSource("editions")
    void the_place_of_a_picture_is_kept_until_it_is_loaded(Guide guide, Language language) {
        assertThat(PICTURE.matcher(guide.read(language).html()).results().map(MatchResult::group))
                .allMatch(picture -> SIZED.matcher(picture).find());
    }

    @Test
    void a_part_of_a_guide_is_what_stands_below_a_heading() {
        GuideText text = GuideText.of("""
                # Title

                Before.

                ## One & only

                ![A picture](../images/none.png) of [a page](producer.md), [a file](../x.csv).

                | a | b |
                |---|---|
                | 1 | 2 |
                """);
        assertThat(text.title()).isEqualTo("Title");
        assertThat(text.sections()).hasSize(2);
        assertThat(text.sections().getFirst()).isEqualTo(new GuideText.Section("", "<p>Before.</p>\n"));
        assertThat(text.sections().getLast().title()).isEqualTo("One & only");
        assertThat(text.sections().getLast().html())
                .startsWith("<h2 id=\"section-1\">One &amp; only</h2>\n<p><img src=\"/help/images/none.png\"")
                .contains("<a href=\"/help/producer\">a page</a>, a file.", "<table tabindex=\"0\">", "<td>2</td>");
    }
}
