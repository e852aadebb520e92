package coop.parasol.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What whoever keeps a head is told, and with which exit code. */
class VerifyLedgerCommandTest {

    private static final String PART = "src/test/resources/ledger/member.json";
    private static final String BOOKS = "src/test/resources/ledger/books.json";

    private record Told(int code, String words) {}

    @Test
    void a_part_that_holds_ends_with_the_head_to_keep() {
        Told told = verify(PART);

        assertThat(told.code()).isZero();
        assertThat(told.words()).contains("Keep this head: 22:", "compare with its statement");
    }

    @Test
    void a_part_that_does_not_pass_through_the_kept_head_says_how_to_get_one_that_does() {
        Told told = verify(PART, "--head", "5:" + "ab".repeat(32));

        assertThat(told.code()).isEqualTo(3);
        assertThat(told.words())
                .contains("GET /ledger/proof?kept=5")
                .doesNotContain("not what the firm has booked", "Nothing was rewritten");
    }

    @Test
    void books_that_were_rewritten_since_the_head_was_kept_are_faulty() {
        Told told = verify(BOOKS, "--head", "5:" + "ab".repeat(32));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.words()).contains("the books were rewritten", "not what the firm has booked");
    }

    private static Told verify(String... args) {
        PrintStream out = System.out;
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        System.setOut(new PrintStream(words, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(new VerifyLedgerCommand()).execute(args);
            return new Told(code, words.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
        }
    }
}
