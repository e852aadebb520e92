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

/** Every form that changes something carries the token without which it is refused (CSRF), by one of the tags that have it. */
class FormTokensTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern TOKEN =
            Pattern.compile("\\{#(csrf|key|deskKey)\\b|inject:csrf\\.token|\\{csrfToken\\}");

    /** The link of a mail leaves notices without a sign-in, and its form is no page of a session. */
    private static final Path WITHOUT_A_SESSION = TEMPLATES.resolve("mail/leave.html");

    @Test
    void every_form_that_is_posted_has_a_token() throws IOException {
        List<String> without;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            without = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.equals(WITHOUT_A_SESSION))
                    .flatMap(file -> FORM.matcher(text(file)).results().map(form -> file + ": " + form.group()))
                    .filter(form -> !TOKEN.matcher(form).find())
                    .toList();
        }

        assertThat(without).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
