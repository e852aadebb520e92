package coop.parasol.membership.books.manualentry.rules;

import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries a treasurer may enter by hand, and which a treasurer may reverse. Amounts are minor units, debits positive. */
public final class ManualEntryRules {

    /** Event of a journal entry that was entered by hand. */
    public static final String EVENT = "ManualEntry";

    /** Event of a journal entry that reverses another. */
    public static final String REVERSAL = "EntryReversed";

    /** Of one line, in minor units; more is a typing error, and a hundred of them are still far from what an account can hold. */
    public static final long MAX_AMOUNT = 1_000_000_000_000_000L;

    /** How far back an entry may be booked; a year that is misspelt would begin the first period, for ever. */
    public static final Period MAX_AGE = Period.ofMonths(18);

    private ManualEntryRules() {}

    /** Whether the entry is allowed. */
    public sealed interface Outcome permits Accepted, Refused {}

    /** The entry to post. */
    public record Accepted(Entry entry) implements Outcome {}

    /** @param field the field at fault, if one is */
    public record Refused(String code, @Nullable String field, String detail) implements Outcome {}

    /**
     * One line of the requested entry.
     *
     * @param amount minor units; debits positive, credits negative
     */
    public record RequestedLine(Account account, long amount) {}

    /**
     * Members' accounts, equity and the pools move by decisions and events only.
     *
     * @param closedTo last day of the last closed period
     */
    public static Outcome entry(
            UUID manualEntry,
            List<RequestedLine> lines,
            String narrative,
            @Nullable String reference,
            LocalDate bookedOn,
            LocalDate today,
            @Nullable LocalDate closedTo) {
        Refused refused = day(bookedOn, today, closedTo);
        if (refused != null) {
            return refused;
        }
        Entry.Builder entry = new Entry.Builder().narrative(narrative).bookedOn(bookedOn);
        long sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            RequestedLine line = lines.get(i);
            String field = "lines[" + i + "]";
            if (!line.account().allowsManualEntries()) {
                return new Refused(
                        "account-not-manual",
                        field + ".account",
                        line.account() + " moves by decisions and events only.");
            }
            if (line.amount() == 0) {
                return new Refused("zero", field + ".amount", "The amount of a line is not zero.");
            }
            if (line.amount() > MAX_AMOUNT || line.amount() < -MAX_AMOUNT) {
                return new Refused("too-large", field + ".amount", "A line does not move as much as that.");
            }
            sum = Math.addExact(sum, line.amount());
            entry.debit(line.account(), line.amount());
        }
        if (sum != 0) {
            return new Refused(
                    "unbalanced", "lines", "The lines do not sum to zero: debits are above zero, credits below it.");
        }
        return new Accepted(entry.build(EVENT, manualEntry, null, reference));
    }

    /**
     * Only what was entered by hand is reversed by hand; what follows from a decision or an event is corrected where it was decided,
     * or members' accounts would no longer be what was decided.
     *
     * @param number of the entry that is to be reversed
     * @param reversed whether another entry has reversed it already
     */
    public static Outcome reversal(
            long number, String event, boolean reversed, List<Entry.Line> lines, String reason, LocalDate today) {
        if (reversed) {
            return new Refused("already-reversed", null, "Entry " + number + " is reversed already.");
        }
        if (!event.equals(EVENT)) {
            return new Refused(
                    "entry-not-manual",
                    null,
                    "Entry " + number + " follows from " + event + " and is corrected there.");
        }
        List<Entry.Line> back = lines.stream().map(Entry.Line::reversed).toList();
        return new Accepted(new Entry(REVERSAL, Long.toString(number), null, null, reason, today, number, back));
    }

    private static @Nullable Refused day(LocalDate bookedOn, LocalDate today, @Nullable LocalDate closedTo) {
        if (bookedOn.isAfter(today)) {
            return new Refused("in-future", "bookedOn", "The day of an entry is not in the future.");
        }
        if (bookedOn.isBefore(today.minus(MAX_AGE))) {
            return new Refused(
                    "too-early", "bookedOn", "The day of an entry is not before " + today.minus(MAX_AGE) + ".");
        }
        if (closedTo != null && !bookedOn.isAfter(closedTo)) {
            return new Refused("period-closed", "bookedOn", "The books are closed up to " + closedTo + ".");
        }
        return null;
    }
}
