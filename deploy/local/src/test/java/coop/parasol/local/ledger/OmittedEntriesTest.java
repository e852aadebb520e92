package coop.parasol.local.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a firm leaves out of a proof is found, or shows in what the member compares with its statement. */
class OmittedEntriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void nothing_of_all_of_the_books_may_be_hidden() throws IOException {
        JsonNode original = read("books.json");
        for (int i = 0; i < original.path("links").size(); i++) {
            JsonNode bare = original.deepCopy();
            hide((ObjectNode) bare.path("links").path(i));
            assertThat(verify(bare, null).faults()).as("entry " + i).isNotEmpty();

            for (int line = 0; line < original.at("/links/" + i + "/lines").size(); line++) {
                JsonNode hidden = original.deepCopy();
                hideLine(hidden.path("links").path(i), line);
                assertThat(verify(hidden, null).faults())
                        .as("line " + line + " of link " + i)
                        .contains("A line of entry " + (i + 1) + " is not in clear, as all of the books are.");
            }
        }
        JsonNode digestsOnly = original.deepCopy();
        for (JsonNode link : digestsOnly.path("links")) {
            for (int line = 0; line < link.path("lines").size(); line++) {
                hideLine(link, line);
            }
        }
        assertThat(verify(digestsOnly, null).faults()).hasSizeGreaterThan(40);
    }

    @Test
    void the_closing_balances_of_a_members_part_name_the_entry_that_they_are_as_of() throws IOException {
        LedgerProofVerifier.Result result = verify(part(), null);

        assertThat(result.faults()).isEmpty();
        assertThat(result.accounts())
                .containsExactly(
                        new LedgerProofVerifier.ClosingBalance(2310, -28_800, 16, 2),
                        new LedgerProofVerifier.ClosingBalance(3100, 0, 16, 2));
    }

    @Test
    void an_entry_between_that_is_left_out_of_a_part_is_found_by_its_balances() throws IOException {
        ObjectNode part = part();
        hide((ObjectNode) part.at("/links/8"));
        assertThat(verify(part, null).faults()).hasSize(2).allMatch(fault -> fault.contains("entry 16"));

        ObjectNode line = part();
        hideLine(line.at("/links/8"), 1);
        assertThat(verify(line, null).faults()).singleElement().asString().contains("account 2310");
    }

    /** The file alone cannot say that something follows; what the member compares with its statement does. */
    @Test
    void what_is_left_out_at_the_end_of_a_part_shows_in_its_closing_balances() throws IOException {
        ObjectNode last = part();
        hide((ObjectNode) last.at("/links/15"));
        assertThat(verify(last, null).accounts())
                .containsExactly(
                        new LedgerProofVerifier.ClosingBalance(2310, -5_760, 9, 1),
                        new LedgerProofVerifier.ClosingBalance(3100, -23_040, 9, 1));

        ObjectNode account = part();
        hideLine(account.at("/links/8"), 1);
        hideLine(account.at("/links/15"), 1);
        assertThat(verify(account, null).accounts())
                .containsExactly(new LedgerProofVerifier.ClosingBalance(3100, 0, 16, 2));
    }

    @Test
    void a_part_that_does_not_pass_through_a_kept_head_accuses_nobody() throws IOException {
        String kept = "5:" + read("books.json").at("/links/5/previousDigest").asText();

        LedgerProofVerifier.Result elsewhere = verify(read("member.json"), kept);
        assertThat(elsewhere.faults()).isEmpty();
        assertThat(elsewhere.keptEntryNotPassed()).isEqualTo("5");
        assertThat(elsewhere.holds()).isFalse();

        assertThat(verify(part(), kept).holds()).isTrue();
        assertThat(verify(part(), kept.replace("5:", "6:")).faults()).hasSize(1);
    }

    @Test
    void books_that_end_before_the_kept_head_are_not_the_same_books() throws IOException {
        for (String name : List.of("books.json", "member.json")) {
            assertThat(verify(read(name), "23:" + "ab".repeat(32)).faults())
                    .singleElement()
                    .asString()
                    .startsWith("The books end with entry 22, before entry 23");
        }
    }

    /** The part of a member that has patronage, with every link of the chain. */
    private static ObjectNode part() throws IOException {
        JsonNode books = read("books.json");
        String member = books.at("/links/8/header/memberId").asText();
        ObjectNode part = JSON.createObjectNode().put("memberId", member);
        part.setAll((ObjectNode) books);
        for (JsonNode link : part.path("links")) {
            if (!link.path("header").path("memberId").asText().equals(member)) {
                hide((ObjectNode) link);
            }
        }
        return part;
    }

    private static void hide(ObjectNode link) {
        if (link.has("header")) {
            link.put("content", CanonicalForm.content(link));
            link.remove(List.of("header", "lines"));
        }
    }

    private static void hideLine(JsonNode link, int line) {
        ArrayNode lines = (ArrayNode) link.path("lines");
        lines.set(line, JSON.createObjectNode().put("digest", CanonicalForm.line(lines.path(line))));
    }

    private LedgerProofVerifier.Result verify(JsonNode proof, @Nullable String kept) throws IOException {
        Path file = folder.resolve("proof.json");
        Files.writeString(file, proof.toString());
        return LedgerProofVerifier.verify(file, kept);
    }

    private static JsonNode read(String name) throws IOException {
        return JSON.readTree(Path.of("src/test/resources/ledger", name).toFile());
    }
}
