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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    sealed interface Outcome permits Drafted, Refused {}

    record Drafted(ManualEntryDraft draft) implements Outcome {}

    record Refused(ManualEntryRules.Refused reason) implements Outcome {}

    Outcome propose(
            List<ManualEntryRules.RequestedLine> lines,
            String narrative,
            @Nullable String reference,
            @Nullable LocalDate bookedOn,
            String actor) {
        ManualEntryDraft draft = draft(narrative, reference, bookedOn, actor);
        return store(draft, check(draft, lines));
    }

    /** @param original the entry that is to be reversed */
    Outcome proposeReversal(JournalEntries.EntryView original, String reason, String actor) {
        ManualEntryDraft draft = draft(reason, original.reference(), null, actor);
        draft.reverses = original.entry();
        return store(draft, check(draft, original));
    }

    /** @param draft locked and PROPOSED, after the firm */
    Outcome post(ManualEntryDraft draft, Cause cause) {
        ManualEntryRules.Outcome outcome = draft.reverses == null
                ? check(draft, requestedLines(draft))
                : check(draft, journalEntries.byNumber(draft.reverses).orElseThrow());
        return switch (outcome) {
            case ManualEntryRules.Refused refused -> new Refused(refused);
            case ManualEntryRules.Accepted accepted -> {
                draft.entry = journal.post(accepted.entry(), cause);
                draft.state = ManualEntryDraft.State.BOOKED;
                draft.decidedBy = cause.actor();
                draft.decidedAt = clock.now();
                ManualEntryDraft.flush();
                yield new Drafted(draft);
            }
        };
    }

    private Outcome store(ManualEntryDraft draft, ManualEntryRules.Outcome outcome) {
        return switch (outcome) {
            case ManualEntryRules.Refused refused -> new Refused(refused);
            case ManualEntryRules.Accepted accepted -> {
                for (Entry.Line part : accepted.entry().lines()) {
                    ManualEntryDraft.Line line = new ManualEntryDraft.Line();
                    line.account = part.account().name();
                    line.amount = part.amount();
                    draft.lines.add(line);
                }
                draft.persistAndFlush();
                yield new Drafted(draft);
            }
        };
    }

    private ManualEntryDraft draft(
            String narrative, @Nullable String reference, @Nullable LocalDate bookedOn, String actor) {
        ManualEntryDraft draft = new ManualEntryDraft();
        draft.id = Ids.next();
        draft.state = ManualEntryDraft.State.PROPOSED;
        draft.bookedOn = bookedOn == null ? clock.today() : bookedOn;
        draft.narrative = narrative;
        draft.reference = reference;
        draft.proposedBy = actor;
        draft.proposedAt = clock.now();
        return draft;
    }

    private ManualEntryRules.Outcome check(ManualEntryDraft draft, List<ManualEntryRules.RequestedLine> lines) {
        Optional<LocalDate> closedUntil = closedPeriods.closedUntil();
        return ManualEntryRules.entry(
                draft.id,
                lines,
                draft.narrative,
                draft.reference,
                draft.bookedOn,
                clock.today(),
                closedUntil.orElse(null));
    }

    private ManualEntryRules.Outcome check(ManualEntryDraft draft, JournalEntries.EntryView original) {
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
                draft.narrative,
                clock.today());
    }

    private static List<ManualEntryRules.RequestedLine> requestedLines(ManualEntryDraft draft) {
        return draft.lines.stream()
                .map(line -> new ManualEntryRules.RequestedLine(Account.valueOf(line.account), line.amount))
                .toList();
    }
}
