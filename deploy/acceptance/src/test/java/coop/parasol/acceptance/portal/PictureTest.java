package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Old pictures are noticed, and the guides show all that there are. */
class PictureTest {

    private static final Path GUIDES = Path.of("../../docs/guide");
    private static final Pattern SHOWN = Pattern.compile("!\\[([^\\]]*)]\\(images/([^)]+)\\)");
    private static final int SHORTEST_ALTERNATIVE = 20;

    @Test
    void a_picture_is_like_itself_and_unlike_one_with_other_words() {
        try (PortalBrowser browser = new PortalBrowser("http://localhost");
                Visit visit = browser.open(PortalBrowser.PHONE, true)) {
            Page page = visit.page();
            Picture before = shot(page, "Report a batch");
            assertThat(before.isLike(shot(page, "Report a batch"))).isTrue();
            assertThat(before.isLike(Picture.of(before.png()))).isTrue();
            assertThat(before.isLike(shot(page, "Announce a lot"))).isFalse();
        }
    }

    private static Picture shot(Page page, String heading) {
        page.setContent("<h1>" + heading + "</h1><p>" + "What was made, and when. ".repeat(20) + "</p>");
        return Picture.of(page.screenshot());
    }

    @Test
    void every_picture_is_in_a_guide_with_words_for_who_does_not_see_it() throws IOException {
        List<MatchResult> shown;
        try (Stream<Path> guides = Files.list(GUIDES)) {
            shown = guides.filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> SHOWN.matcher(read(file)).results())
                    .toList();
        }
        assertThat(shown).allMatch(each -> each.group(1).length() >= SHORTEST_ALTERNATIVE);
        try (Stream<Path> pictures = Files.list(GUIDES.resolve("images"))) {
            assertThat(pictures.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            shown.stream().map(each -> each.group(2)).toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
