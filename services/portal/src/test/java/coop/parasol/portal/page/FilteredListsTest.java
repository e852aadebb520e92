package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The next page of a list, and its table, are filtered as the page is that leads to them. */
class FilteredListsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FIXED_PAGER = Pattern.compile("\\{#pager next=\\S+ path='");

    @Test
    void no_list_with_a_filter_leads_to_a_fixed_address() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<Path> filtered = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> text(file).contains("class=\"filter\""))
                    .toList();

            assertThat(filtered).hasSizeGreaterThan(20);
            assertThat(filtered)
                    .noneMatch(file -> FIXED_PAGER.matcher(text(file)).find());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
