package coop.parasol.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuideTest {

    private static final Pattern PICTURE = Pattern.compile("<img [^>]*>");
    private static final Pattern SIZED = Pattern.compile("(?=.* width=\"\\d+\").* height=\"\\d+\"");

    @Test
    void every_guide_of_the_repository_is_a_page() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../docs/guide"))) {
            List<String> guides = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .toList();
            assertThat(Arrays.stream(Guide.values()).map(guide -> guide.path() + ".md"))
                    .containsExactlyInAnyOrderElementsOf(guides);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_guide_has_one_title_and_leads_to_no_file(Guide guide) {
        assertThat(guide.read().title()).isNotBlank();
        assertThat(guide.read().html()).containsOnlyOnce("<h1>").doesNotContain(".md\"", "<script");
    }

    @ParameterizedTest
    @EnumSource
    void the_place_of_a_picture_is_kept_until_it_is_loaded(Guide guide) {
        assertThat(PICTURE.matcher(guide.read().html()).results().map(MatchResult::group))
                .allMatch(picture -> SIZED.matcher(picture).find());
    }
}
