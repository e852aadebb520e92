package coop.parasol.membership.admission;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the registrar has found out about applicants. The decision rests on it, so it is kept as it was written, until it is
 * erased.
 */
@ApplicationScoped
public class VettingNotes {

    private final Jdbi jdbi;
    private final FirmClock clock;

    VettingNotes(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * One finding about an applicant.
     *
     * @param note absent once it was erased
     */
    record Note(UUID noteId, UUID memberId, @Nullable String note, String writtenBy, Instant writtenAt) {}

    Note add(UUID memberId, String text, String writtenBy) {
        Note note = new Note(Ids.next(), memberId, text, writtenBy, clock.now());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into vetting_note (id, member_id, note, written_by, written_at)
                        values (:noteId, :memberId, :note, :writtenBy, :writtenAt)
                        """)
                .bind("noteId", note.noteId())
                .bind("memberId", memberId)
                .bind("note", text)
                .bind("writtenBy", writtenBy)
                .bind("writtenAt", note.writtenAt())
                .execute());
        return note;
    }

    /** Notes about a member, oldest first. */
    List<Note> list(UUID memberId, UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id as note_id, member_id, note, written_by, written_at from vetting_note
                         where member_id = :member and id > :after order by id limit :maxRows
                        """)
                .bind("member", memberId)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(Note.class)
                .list());
    }

    /**
     * Erases what was found out about a firm.
     *
     * @return how many notes there were
     */
    public int erase(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "update vetting_note set note = null where member_id = :member and note is not null")
                .bind("member", memberId)
                .execute());
    }
}
