package coop.parasol.membership.books.ledger;

import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.books.ledger.rules.ManualEntryRules;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Entries by hand: proposed by one person, judged by the rules then and again when a second person books them. */
@ApplicationScoped
class PostManualEntry {

    private final Journal journal;
    private final JournalEntries books;
    private final Balances balances;
    private final Firm firm;
    private final Session database;

    PostManualEntry(Journal journal, JournalEntries books, Balances balances, Firm firm, Session database) {
        this.journal = journal;
        this.books = books;
        this.balances = balances;
        this.firm = firm;
        this.database = database;
    }

    /** What proposing or booking leads to. */
    sealed interface Outcome permits Drafted, Refused {}

    record Drafted(ManualEntryDraft draft) implements Outcome {}

    record Refused(ManualEntryRules.Refused why) implements Outcome {}

    Outcome propose(
            List<ManualEntryRules.Wish> lines,
            String narrative,
            @Nullable String reference,
            @Nullable LocalDate bookedOn,
            String actor) {
        ManualEntryDraft draft = draft(narrative, reference, bookedOn, actor);
        return keep(draft, judge(draft, lines));
    }

    /** @param original the entry that is to be taken back */
    Outcome proposeReversal(JournalEntries.EntryView original, String reason, String actor) {
        ManualEntryDraft draft = draft(reason, original.reference(), null, actor);
        draft.reverses = original.entry();
        return keep(draft, judge(draft, original));
    }

    /** @param draft locked and PROPOSED, after the firm */
    Outcome book(ManualEntryDraft draft, Cause cause) {
        ManualEntryRules.Outcome outcome = draft.reverses == null
                ? judge(draft, wishes(draft))
                : judge(draft, books.entry(draft.reverses).orElseThrow());
        return switch (outcome) {
            case ManualEntryRules.Refused refused -> new Refused(refused);
            case ManualEntryRules.Accepted accepted -> {
                draft.entry = journal.post(accepted.entry(), cause);
                draft.state = ManualEntryDraft.State.BOOKED;
                draft.decidedBy = cause.actor();
                draft.decidedAt = firm.now();
                ManualEntryDraft.flush();
                yield new Drafted(draft);
            }
        };
    }

    private Outcome keep(ManualEntryDraft draft, ManualEntryRules.Outcome outcome) {
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
        draft.bookedOn = bookedOn == null ? firm.today() : bookedOn;
        draft.narrative = narrative;
        draft.reference = reference;
        draft.proposedBy = actor;
        draft.proposedAt = firm.now();
        return draft;
    }

    private ManualEntryRules.Outcome judge(ManualEntryDraft draft, List<ManualEntryRules.Wish> lines) {
        Optional<LocalDate> closedTo = balances.closedTo();
        return ManualEntryRules.entry(
                draft.id, lines, draft.narrative, draft.reference, draft.bookedOn, firm.today(), closedTo.orElse(null));
    }

    private ManualEntryRules.Outcome judge(ManualEntryDraft draft, JournalEntries.EntryView original) {
        List<Entry.Line> lines = original.lines().stream()
                .map(line -> new Entry.Line(
                        Account.valueOf(line.account()),
                        line.memberId(),
                        line.amount().minor()))
                .toList();
        return ManualEntryRules.reversal(
                original.entry(), original.event(), isReversed(original.entry()), lines, draft.narrative, firm.today());
    }

    private boolean isReversed(long entry) {
        return !database.createNativeQuery("select 1 from journal_entry where reverses = ?1", Integer.class)
                .setParameter(1, entry)
                .getResultList()
                .isEmpty();
    }

    private static List<ManualEntryRules.Wish> wishes(ManualEntryDraft draft) {
        return draft.lines.stream()
                .map(line -> new ManualEntryRules.Wish(Account.valueOf(line.account), line.amount))
                .toList();
    }
}
