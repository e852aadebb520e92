package coop.parasol.membership.books.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The chained books, or a member's part of them, in the form that {@code docs/ledger-proof.md} describes. Amounts are minor units.
 *
 * @param memberId whose part it is; absent for all of the books
 * @param head the last entry; whoever has kept an older head can see that the books still hold it
 */
public record LedgerProof(
        String format, String currency, @Nullable UUID memberId, Head head, List<Link> links) {

    public static final String FORMAT = "parasol-ledger-proof-2";

    /** The end of the chain. */
    public record Head(long entry, String digest) {}

    /**
     * One entry of the chain: shown, with its header and lines, or hidden behind the digest of its content.
     *
     * @param skip an entry further back whose digest it holds too, so that a proof needs few links
     */
    public record Link(
            long entry,
            long previous,
            String previousDigest,
            long skip,
            String skipDigest,
            @Nullable String content,
            @Nullable Header header,
            @Nullable List<Line> lines) {}

    /**
     * Words of an entry, which may name people, with their salt; or where both were erased, the digest that stays in the chain.
     *
     * @param digest absent unless the words were erased
     */
    public record Text(
            @Nullable UUID salt,
            @Nullable String text,
            @Nullable String digest) {

        /** Absent where the entry never had the words. */
        static @Nullable Text of(@Nullable UUID salt, @Nullable String text, @Nullable String digest) {
            return digest == null ? null : new Text(salt, text, text == null ? digest : null);
        }
    }

    /** What an entry says beside its lines: who made it, why and when. */
    public record Header(
            UUID salt,
            String event,
            String sourceDocument,
            @Nullable UUID causationId,
            String correlationId,
            String actor,
            Instant bookedAt,
            LocalDate bookedOn,
            @Nullable UUID memberId,
            @Nullable Text reference,
            Text narrative,
            @Nullable Long reverses) {}

    /** A line, or where it is another member's, its digest. */
    public record Line(
            @Nullable String digest,
            @Nullable UUID salt,
            @Nullable Integer line,
            @Nullable Integer account,
            @Nullable UUID memberId,
            @Nullable Long amount,
            @Nullable Long balance,
            @Nullable Long memberBalance) {}
}
