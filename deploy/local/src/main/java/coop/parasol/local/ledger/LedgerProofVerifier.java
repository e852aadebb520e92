package coop.parasol.local.ledger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a ledger proof ({@code docs/ledger-proof.md}) link by link, and says what is wrong with it and where. Knows nothing but the
 * file: no server is asked.
 */
public final class LedgerProofVerifier {

    static final String FORMAT = "parasol-ledger-proof-2";
    private static final int MAX_FAULTS = 100;

    private final List<String> faults = new ArrayList<>();
    private final TreeMap<Long, String> digests = new TreeMap<>();
    private final Set<Long> unreached = new HashSet<>();
    private final BalanceCheck balances = new BalanceCheck(this::fault);
    private @Nullable String member;
    private @Nullable JsonNode head;
    private @Nullable String keptEntryNotPassed;
    private String currency = "";
    private int entriesInClear;

    private LedgerProofVerifier() {}

    /**
     * What the file proves.
     *
     * @param member whose part of the books it is; absent for all of them
     * @param links entries of the chain in the file
     * @param entriesInClear those of them that are there in clear
     * @param head number and digest of the last entry
     * @param accounts where the lines in clear leave the member's accounts; none for all of the books
     * @param keptEntryNotPassed the entry whose head was kept, if this part of the books does not pass through it and so says nothing about it
     * @param faults empty if the file proves it
     */
    public record Result(
            @Nullable String member,
            String currency,
            int links,
            int entriesInClear,
            String head,
            List<ClosingBalance> accounts,
            @Nullable String keptEntryNotPassed,
            List<String> faults) {

        public boolean holds() {
            return faults.isEmpty() && keptEntryNotPassed == null;
        }
    }

    /**
     * Where the lines that are shown leave a member's account.
     *
     * @param balance minor units, debits positive
     * @param entry of the last line
     */
    public record ClosingBalance(int account, long balance, long entry, int lines) {}

    /** @param kept an older head, as {@code 12:<digest>}, that the books must still hold */
    public static Result verify(Path file, @Nullable String kept) throws IOException {
        return new LedgerProofVerifier().read(file, kept);
    }

    private Result read(Path file, @Nullable String kept) throws IOException {
        boolean formatSeen = false;
        boolean linksSeen = false;
        try (JsonParser parser = new ObjectMapper().createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no ledger proof");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "format" -> formatSeen = verifyFormat(parser.getText());
                    case "currency" -> currency = parser.getText();
                    case "memberId" -> member = parser.getText();
                    case "head" -> head = parser.readValueAsTree();
                    case "links" -> linksSeen = verifyLinks(parser);
                    default -> parser.skipChildren();
                }
            }
        }
        if (!formatSeen || !linksSeen) {
            fault("The file names no format " + FORMAT + ", or has no links.");
        }
        String end = verifyHead();
        if (kept != null) {
            verifyKeptHead(kept);
        }
        return new Result(
                member,
                currency,
                digests.size(),
                entriesInClear,
                end,
                balances.closingBalances(member),
                keptEntryNotPassed,
                List.copyOf(faults));
    }

    private boolean verifyFormat(String format) {
        if (!format.equals(FORMAT)) {
            fault("The file is of the format " + format + ", not of " + FORMAT + ".");
        }
        return true;
    }

    private boolean verifyLinks(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode link = parser.readValueAsTree();
            if (!link.path("entry").canConvertToLong() || !link.path("entry").isIntegralNumber()) {
                fault("A link after entry " + lastEntry() + " names no entry.");
                continue;
            }
            verifyLink(link.path("entry").asLong(), link);
        }
        return true;
    }

    private void verifyLink(long entry, JsonNode link) {
        if (entry <= lastEntry()) {
            fault("Entry " + entry + " stands after entry " + lastEntry() + ": the order was changed.");
            return;
        }
        boolean clear = link.hasNonNull("header");
        String content =
                clear ? CanonicalForm.content(link) : link.path("content").asText();
        if (clear
                && link.hasNonNull("content")
                && !link.path("content").asText().equals(content)) {
            fault("Entry " + entry + " was changed: its content does not have the digest that it names.");
        }
        if (clear) {
            entriesInClear++;
            balances.entry(entry, link, member == null);
            verifyErasedText(entry, link.path("header").path("reference"));
            verifyErasedText(entry, link.path("header").path("narrative"));
        } else if (link.has("lines")) {
            fault("Entry " + entry + " shows lines without the header that they belong to.");
        }
        verifyEarlierDigest(entry, "previous", link);
        verifyEarlierDigest(entry, "skip", link);
        if (member == null) {
            verifyComplete(entry, link, clear);
        } else if (clear) {
            verifyConcernsMember(entry, link);
        }
        digests.put(entry, CanonicalForm.link(link, content));
        unreached.add(entry);
    }

    /** Of an erased text the digest is there and nothing else: words beside it would be believed, and nobody could check them. */
    private void verifyErasedText(long entry, JsonNode text) {
        if (CanonicalForm.isHidden(text) && text.size() > 1) {
            fault("Entry " + entry + " shows a text that was erased.");
        }
    }

    /** The digest that the entry holds of an earlier one must be the earlier one's. */
    private void verifyEarlierDigest(long entry, String which, JsonNode link) {
        long earlier = link.path(which).asLong(-1);
        String held = link.path(which + "Digest").asText();
        if (earlier == 0) {
            if (!held.equals(CanonicalForm.NOTHING)) {
                fault("Entry " + entry + " holds a digest of an entry before the first one.");
            }
            return;
        }
        String found = digests.get(earlier);
        if (found == null) {
            return;
        }
        if (found.equals(held)) {
            unreached.remove(earlier);
        } else if (which.equals("previous") || link.path("previous").asLong() != earlier) {
            fault("Entry " + earlier + " was changed, or what entry " + entry + " holds about it: the digests differ.");
        }
    }

    /** All of the books: no entry is missing and everything is in clear. */
    private void verifyComplete(long entry, JsonNode link, boolean clear) {
        if (!clear) {
            fault("Entry " + entry + " is not in clear, as all of the books are.");
        }
        long previous = link.path("previous").asLong(-1);
        if (previous != lastEntry()) {
            fault(
                    previous > lastEntry()
                            ? "Entry " + previous + " is missing: entry " + entry + " follows on it."
                            : "Entry " + entry + " follows on entry " + previous + " and not on entry " + lastEntry()
                                    + ".");
        }
        Long skip = digests.floorKey(entry & (entry - 1));
        if (link.path("skip").asLong(-1) != (skip == null ? 0 : skip)) {
            fault("Entry " + entry + " holds the digest of the wrong earlier entry " + link.path("skip") + ".");
        }
    }

    private void verifyConcernsMember(long entry, JsonNode link) {
        boolean own = link.path("header").path("memberId").asText().equals(member);
        for (JsonNode line : link.path("lines")) {
            own |= line.path("memberId").asText().equals(member);
        }
        if (!own) {
            fault("Entry " + entry + " does not concern member " + member + ".");
        }
    }

    private String verifyHead() {
        long entry = head == null ? -1 : head.path("entry").asLong(-1);
        String digest = head == null ? "" : head.path("digest").asText();
        if (entry != lastEntry()) {
            fault("The head is entry " + entry + " and the last link entry " + lastEntry() + ".");
        } else if (!digest.equals(digests.getOrDefault(entry, CanonicalForm.NOTHING))) {
            fault("Entry " + entry + " is not the one that the head names: it was changed, or the head was.");
        }
        unreached.remove(lastEntry());
        unreached.stream()
                .sorted()
                .forEach(lost ->
                        fault("Entry " + lost + " does not belong to the books: nothing leads from the head to it."));
        return entry + ":" + digest;
    }

    private void verifyKeptHead(String kept) {
        String[] parts = kept.split(":", -1);
        Map<Long, String> known = new HashMap<>(digests);
        known.put(0L, CanonicalForm.NOTHING);
        try {
            long entry = Long.parseLong(parts[0]);
            String now = known.get(entry);
            if (now == null && entry > lastEntry()) {
                fault("The books end with entry " + lastEntry() + ", before entry " + entry
                        + " whose head was kept; unless this file is older than that head.");
            } else if (now == null && member == null) {
                fault("Entry " + entry + ", whose head was kept, is no longer in the books.");
            } else if (now == null) {
                keptEntryNotPassed = parts[0];
            } else if (parts.length != 2 || !now.equals(parts[1])) {
                fault("Entry " + parts[0] + " is not what it was when its head was kept: the books were rewritten.");
            }
        } catch (NumberFormatException e) {
            fault("A head is written as 12:<digest>.");
        }
    }

    private long lastEntry() {
        return digests.isEmpty() ? 0 : digests.lastKey();
    }

    private void fault(String what) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(what);
        }
    }
}
