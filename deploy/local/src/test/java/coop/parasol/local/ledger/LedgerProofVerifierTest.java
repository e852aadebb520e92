package coop.parasol.local.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the books of a real firm (src/test/resources/ledger), the proof says so and says where. */
class LedgerProofVerifierTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void the_books_as_they_were_exported_hold() throws IOException {
        LedgerProofVerifier.Result all = verify(read("books.json"), null);
        LedgerProofVerifier.Result own = verify(read("member.json"), null);

        assertThat(all.faults()).isEmpty();
        assertThat(all.entriesInClear()).isEqualTo(all.links()).isGreaterThan(5);
        assertThat(own.faults()).isEmpty();
        assertThat(own.member()).isNotNull();
        assertThat(own.entriesInClear()).isLessThan(own.links());
        assertThat(own.head()).isEqualTo(all.head());
    }

    @Test
    void every_single_changed_field_is_found() throws IOException {
        for (String name : List.of("books.json", "member.json")) {
            JsonNode original = read(name);
            List<String> pointers = new ArrayList<>();
            leaves(original.path("links"), "/links", pointers);
            leaves(original.path("head"), "/head", pointers);
            assertThat(pointers).hasSizeGreaterThan(20);
            for (String pointer : pointers) {
                JsonNode changed = original.deepCopy();
                change(changed, pointer);
                assertThat(verify(changed, null).faults())
                        .as(name + " " + pointer)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void every_single_left_out_field_is_found() throws IOException {
        JsonNode original = read("books.json");
        List<String> pointers = new ArrayList<>();
        leaves(original.path("links"), "/links", pointers);
        for (String pointer : pointers) {
            JsonNode changed = original.deepCopy();
            int cut = pointer.lastIndexOf('/');
            ((ObjectNode) changed.at(pointer.substring(0, cut))).remove(pointer.substring(cut + 1));
            assertThat(verify(changed, null).faults()).as(pointer).isNotEmpty();
        }
    }

    @Test
    void every_entry_that_is_left_out_moved_or_doubled_is_found() throws IOException {
        for (String name : List.of("books.json", "member.json")) {
            JsonNode original = read(name);
            for (int i = 0; i < original.path("links").size(); i++) {
                if (i > 0 || name.equals("books.json")) { // a part may begin later; its balances then say so
                    JsonNode without = original.deepCopy();
                    ((ArrayNode) without.path("links")).remove(i);
                    assertThat(verify(without, null).faults())
                            .as(name + " without " + i)
                            .isNotEmpty();
                }

                JsonNode doubled = original.deepCopy();
                ((ArrayNode) doubled.path("links"))
                        .insert(i, original.path("links").path(i));
                assertThat(verify(doubled, null).faults())
                        .as(name + " twice " + i)
                        .isNotEmpty();

                JsonNode moved = original.deepCopy();
                ArrayNode links = (ArrayNode) moved.path("links");
                links.add(links.remove(i));
                if (i + 1 < links.size()) {
                    assertThat(verify(moved, null).faults())
                            .as(name + " moved " + i)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void a_line_may_be_hidden_behind_its_digest_and_then_says_nothing_else() throws IOException {
        JsonNode part = read("member.json");
        JsonNode entry = part.at("/links/0");
        ArrayNode lines = (ArrayNode) entry.path("lines");
        ObjectNode hidden = JSON.createObjectNode().put("digest", CanonicalForm.line(lines.path(0)));
        lines.set(0, hidden);
        assertThat(verify(part, null).faults()).isEmpty();

        hidden.put("amount", 5);
        assertThat(verify(part, null).faults()).hasSize(1);
    }

    @Test
    void an_erased_text_leaves_its_digest_and_the_chain_unbroken() throws IOException {
        for (String name : List.of("books.json", "member.json")) {
            JsonNode proof = read(name);
            ObjectNode header = (ObjectNode) proof.at("/links/0/header");
            String digest = CanonicalForm.text(header.path("narrative"));
            ObjectNode erased = header.putObject("narrative").put("digest", digest);
            assertThat(verify(proof, null).faults()).as(name).isEmpty();

            erased.put("text", "other words");
            assertThat(verify(proof, null).faults()).as(name).hasSize(1);

            header.putObject("narrative").put("digest", "ab" + CanonicalForm.NOTHING.substring(2));
            assertThat(verify(proof, null).faults()).as(name).isNotEmpty();
        }
    }

    @Test
    void the_fault_names_the_entry_that_was_changed() throws IOException {
        JsonNode changed = read("books.json");
        ObjectNode line = (ObjectNode) changed.at("/links/2/lines/0");
        line.put("amount", line.path("amount").asLong() + 1);

        assertThat(verify(changed, null).faults())
                .contains("Entry 3 sums to 1 minor units, not to zero.")
                .contains("Entry 3 was changed, or what entry 4 holds about it: the digests differ.");
    }

    @Test
    void a_firm_that_rewrites_everything_is_found_by_whoever_has_kept_a_head() throws IOException {
        JsonNode books = read("books.json");
        String kept = books.at("/links/4/entry").asText() + ":"
                + books.at("/links/5/previousDigest").asText();
        assertThat(verify(books, kept).faults()).isEmpty();

        ((ObjectNode) books.at("/links/2/header")).put("actor", "somebody else");
        rechain((ObjectNode) books);
        assertThat(verify(books, null).faults()).isEmpty();
        assertThat(verify(books, kept).faults())
                .containsExactly("Entry 5 is not what it was when its head was kept: the books were rewritten.");
    }

    @Test
    void what_is_no_proof_is_none() throws IOException {
        assertThat(verify(JSON.readTree("{}"), null).faults()).isNotEmpty();
        assertThat(verify(JSON.readTree("{\"format\":\"x\",\"links\":[]}"), null)
                        .faults())
                .isNotEmpty();
        assertThat(verify(
                                JSON.readTree(
                                        "{\"format\":\"parasol-ledger-proof-2\",\"links\":[{\"entry\":\"one\"}]}"),
                                null)
                        .faults())
                .isNotEmpty();
    }

    /** What one who holds the database could do: every digest after the change is computed anew. */
    private static void rechain(ObjectNode books) {
        List<String> digests = new ArrayList<>(List.of(CanonicalForm.NOTHING));
        for (JsonNode link : books.path("links")) {
            ObjectNode one = (ObjectNode) link;
            one.put("previousDigest", digests.get(one.path("previous").asInt()));
            one.put("skipDigest", digests.get(one.path("skip").asInt()));
            digests.add(CanonicalForm.link(one, CanonicalForm.content(one)));
        }
        ((ObjectNode) books.path("head")).put("digest", digests.getLast());
    }

    private static void leaves(JsonNode node, String pointer, List<String> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.path(i), pointer + "/" + i, found);
            }
        } else if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> leaves(node.path(name), pointer + "/" + name, found));
        } else {
            found.add(pointer);
        }
    }

    private static void change(JsonNode root, String pointer) {
        int cut = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) root.at(pointer.substring(0, cut));
        String name = pointer.substring(cut + 1);
        JsonNode value = parent.path(name);
        if (value.isNumber()) {
            parent.put(name, value.asLong() + 1);
        } else if (name.equals("bookedAt")) {
            parent.put(name, Instant.parse(value.asText()).plusSeconds(1).toString());
        } else {
            String text = value.asText();
            char first = text.charAt(0);
            parent.put(name, (first == 'a' ? 'b' : 'a') + text.substring(1));
        }
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
