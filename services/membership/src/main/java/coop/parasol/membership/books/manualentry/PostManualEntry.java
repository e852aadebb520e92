package coop.parasol.membership.books.manualentry;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.JournalEntries;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.books.manualentry.rules.ManualEntryRules;
import coop.parasol.membership.books.period.ClosedPeriods;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Journal entries that the treasurer enters by hand: proposed by one person, checked by the rules then, and again when a second
 * person posts them.
 */
@ApplicationScoped
class PostManualEntry {

    private final Journal journal;
    private final JournalEntries journalEntries;
    private final ClosedPeriods closedPeriods;
    private final FirmClock clock;

    PostManualEntry(Journal journal, JournalEntries journalEntries, ClosedPeriods closedPeriods, FirmClock clock) {
        this.journal = journal;
        this.journalEntries = journalEntries;
        this.closedPeriods = closedPeriods;
        this.clock = clock;
    }

    /** What proposing or posting leads to. */
    sealed interface Outcome permits Stored, Refused {}

    /** What approving or withdrawing leads to. */
    sealed interface Decision permits Stored, Refused, UnknownEntry, NotProposed, SamePerson {}

    record Stored(ManualEntry entry) implements Outcome, Decision {}

    record Refused(ManualEntryRules.Refused reason) implements Outcome, Decision {}

    record UnknownEntry() implements Decision {}

    record NotProposed(ManualEntry.State state) implements Decision {}

    /** Who has proposed it does not approve it. */
    record SamePerson(Refusal reason) implements Decision {}

    Outcome propose(
            List<ManualEntryRules.RequestedLine> lines,
            String narrative,
            @Nullable String reference,
            @Nullable LocalDate bookedOn,
            String actor) {
        ManualEntry manualEntry = newEntry(narrative, reference, bookedOn, actor);
        return store(manualEntry, check(manualEntry, lines));
    }

    /** @param original the entry that is to be reversed */
    Outcome proposeReversal(JournalEntries.EntryView original, String reason, String actor) {
        ManualEntry manualEntry = newEntry(reason, original.reference(), null, actor);
        manualEntry.reverses = original.entry();
        return store(manualEntry, check(manualEntry, original));
    }

    /** A second person approves a proposed entry, and it is posted. The share count is locked. */
    Decision approve(UUID id, Cause cause) {
        return decide(
                id,
                manualEntry -> SecondPerson.refusal(manualEntry.proposedBy, cause.actor())
                        .<Decision>map(SamePerson::new)
                        .orElseGet(() -> post(manualEntry, cause)));
    }

    /** Whoever may approve a proposed entry may also turn it down; nothing is posted. */
    Decision withdraw(UUID id, String actor) {
        return decide(id, manualEntry -> {
            manualEntry.state = ManualEntry.State.WITHDRAWN;
            manualEntry.decidedBy = actor;
            manualEntry.decidedAt = clock.now();
            ManualEntry.flush();
            return new Stored(manualEntry);
        });
    }

    /** Decides on an entry that is still proposed. */
    private static Decision decide(UUID id, Function<ManualEntry, Decision> decision) {
        Optional<ManualEntry> locked = ManualEntry.lock(id);
        if (locked.isEmpty()) {
            return new UnknownEntry();
        }
        ManualEntry manualEntry = locked.get();
        return manualEntry.state == ManualEntry.State.PROPOSED
                ? decision.apply(manualEntry)
                : new NotProposed(manualEntry.state);
    }

    private Decision post(ManualEntry manualEntry, Cause cause) {
        ManualEntryRules.Outcome outcome = manualEntry.reverses == null
                ? check(manualEntry, requestedLines(manualEntry))
                : check(
                        manualEntry,
                        journalEntries.byNumber(manualEntry.reverses).orElseThrow());
        return switch (outcome) {
            case ManualEntryRules.Refused refused -> new Refused(refused);
            case ManualEntryRules.Accepted accepted -> {
                manualEntry.entry = journal.post(accepted.entry(), cause);
                manualEntry.state = ManualEntry.State.POSTED;
                manualEntry.decidedBy = cause.actor();
                manualEntry.decidedAt = clock.now();
                ManualEntry.flush();
                yield new Stored(manualEntry);
            }
        };
    }

    private Outcome store(ManualEntry manualEntry, ManualEntryRules.Outcome outcome) {
        return switch (outcome) {
            case ManualEntryRules.Refused refused -> new Refused(refused);
            case ManualEntryRules.Accepted accepted -> {
                for (Entry.Line part : accepted.entry().lines()) {
                    ManualEntry.Line line = new ManualEntry.Line();
                    line.account = part.account().name();
                    line.amount = part.amount();
                    manualEntry.lines.add(line);
                }
                manualEntry.persistAndFlush();
                yield new Stored(manualEntry);
            }
        };
    }

    private ManualEntry newEntry(
            String narrative, @Nullable String reference, @Nullable LocalDate bookedOn, String actor) {
        ManualEntry manualEntry = new ManualEntry();
        manualEntry.id = Ids.next();
        manualEntry.state = ManualEntry.State.PROPOSED;
        manualEntry.bookedOn = bookedOn == null ? clock.today() : bookedOn;
        manualEntry.narrative = narrative;
        manualEntry.reference = reference;
        manualEntry.proposedBy = actor;
        manualEntry.proposedAt = clock.now();
        return manualEntry;
    }

    private ManualEntryRules.Outcome check(ManualEntry manualEntry, List<ManualEntryRules.RequestedLine> lines) {
        Optional<LocalDate> closedUntil = closedPeriods.closedUntil();
        return ManualEntryRules.entry(
                manualEntry.id,
                lines,
                manualEntry.narrative,
                manualEntry.reference,
                manualEntry.bookedOn,
                clock.today(),
                closedUntil.orElse(null));
    }

    private ManualEntryRules.Outcome check(ManualEntry manualEntry, JournalEntries.EntryView original) {
        List<Entry.Line> lines = original.lines().stream()
                .map(line -> new Entry.Line(
                        Account.valueOf(line.account()),
                        line.memberId(),
                        line.amount().minor()))
                .toList();
        return ManualEntryRules.reversal(
                original.entry(),
                original.event(),
                journal.isReversed(original.entry()),
                lines,
                manualEntry.narrative,
                clock.today());
    }

    private static List<ManualEntryRules.RequestedLine> requestedLines(ManualEntry manualEntry) {
        return manualEntry.lines.stream()
                .map(line -> new ManualEntryRules.RequestedLine(Account.valueOf(line.account), line.amount))
                .toList();
    }
}
