package coop.parasol.membership.books.ledger.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry that is going to be posted; its lines sum to zero.
 *
 * @param event what has happened, by the event's name
 * @param sourceDocument what it has happened to; the same event about the same thing is booked once
 * @param memberId the member it concerns, if it concerns one
 * @param reference of the bank, if money has moved
 * @param narrative the same in words
 * @param bookedOn the day it counts for; absent for today
 * @param reverses number of the entry that it reverses
 */
public record Entry(
        String event,
        String sourceDocument,
        @Nullable UUID memberId,
        @Nullable String reference,
        String narrative,
        @Nullable LocalDate bookedOn,
        @Nullable Long reverses,
        List<Line> lines) {

    /** @throws IllegalArgumentException if the lines do not sum to zero, or name a member where none belongs */
    public Entry {
        lines = lines.stream().filter(line -> line.amount() != 0).toList();
        long sum = 0;
        for (Line line : lines) {
            sum = Math.addExact(sum, line.amount());
        }
        if (sum != 0) {
            throw new IllegalArgumentException(
                    event + " about " + sourceDocument + " sums to " + sum + ", not to zero");
        }
    }

    /**
     * One account's part.
     *
     * @param amount minor units; debits positive, credits negative
     */
    public record Line(Account account, @Nullable UUID memberId, long amount) {
        public Line {
            if (account.perMember() != (memberId != null)) {
                throw new IllegalArgumentException(account + " names a member exactly if it is kept per member");
            }
        }

        /** The line of an entry that reverses this one. */
        public Line reversed() {
            return new Line(account, memberId, Math.negateExact(amount));
        }
    }

    /** Collects the lines of an entry; lines of nothing are left out. */
    public static final class Builder {
        private final List<Line> lines = new ArrayList<>();
        private @Nullable String narrative;
        private @Nullable LocalDate bookedOn;
        private @Nullable Long reverses;

        public Builder debit(Account account, long amount) {
            lines.add(new Line(account, null, amount));
            return this;
        }

        public Builder debit(Account account, UUID member, long amount) {
            lines.add(new Line(account, member, amount));
            return this;
        }

        public Builder credit(Account account, long amount) {
            return debit(account, Math.negateExact(amount));
        }

        public Builder credit(Account account, UUID member, long amount) {
            return debit(account, member, Math.negateExact(amount));
        }

        /** What happened, in words. */
        public Builder narrative(String words) {
            narrative = words;
            return this;
        }

        /** The day it counts for. */
        public Builder bookedOn(LocalDate day) {
            bookedOn = day;
            return this;
        }

        /** Number of the entry that it reverses. */
        public Builder reverses(long entry) {
            reverses = entry;
            return this;
        }

        public Entry build(String event, Object sourceDocument, @Nullable UUID memberId, @Nullable String reference) {
            String words = narrative == null ? inWords(event) : narrative;
            return new Entry(
                    event,
                    sourceDocument.toString(),
                    memberId,
                    reference,
                    words,
                    bookedOn,
                    reverses,
                    List.copyOf(lines));
        }

        /** {@code BuyInPaid} is "Buy in paid". */
        private static String inWords(String event) {
            String spaced = event.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
            return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
        }
    }
}
