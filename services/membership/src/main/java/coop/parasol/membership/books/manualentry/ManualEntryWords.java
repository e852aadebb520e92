package coop.parasol.membership.books.manualentry;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.persistence.ErasedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What was said in entries by hand, and how it is erased with the words of the entries that they became. */
@ApplicationScoped
public class ManualEntryWords {

    private final Jdbi jdbi;
    private final Journal journal;

    ManualEntryWords(Jdbi jdbi, Journal journal) {
        this.jdbi = jdbi;
        this.journal = journal;
    }

    /**
     * Erases the words of all entries by hand, and of proposed ones, that concern a member or reverse an entry that does.
     *
     * @return how many entries by hand had any
     */
    public int erase(UUID memberId) {
        Long[] entries = journal.concerning(memberId).toArray(Long[]::new);
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update manual_entry set narrative = :erased, reference = null, version = version + 1
                         where (entry = any(:entries) or reverses = any(:entries))
                           and (narrative <> :erased or reference is not null)
                        """)
                .bind("erased", ErasedText.ERASED)
                .bindArray("entries", Long.class, (Object[]) entries)
                .execute());
    }
}
