package coop.parasol.portal.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.Event;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.messaging.Ids;
import coop.parasol.persistence.Columns;
import coop.parasol.portal.notice.rules.NoticeDraft;
import coop.parasol.portal.notice.rules.NoticeSubject;
import coop.parasol.portal.notice.rules.NoticesOfEvents;
import coop.parasol.portal.notice.rules.OutdatedNotices;
import coop.parasol.portal.notice.rules.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the notices of events in the transaction that records them in the inbox, so that each is made once, however often its event is
 * delivered.
 */
@ApplicationScoped
class MakeNotices {

    private final Voters voters;
    private final ObjectMapper json;
    private final Jdbi jdbi;

    MakeNotices(Voters voters, ObjectMapper json, Jdbi jdbi) {
        this.voters = voters;
        this.json = json;
        this.jdbi = jdbi;
    }

    /** A notice with its recipient by name. */
    private record Row(UUID eventId, NoticeDraft draft, String recipient, Instant happenedAt) {}

    /** What a notice is about, and what it says of it. */
    private record Subject(UUID about, NoticeSubject subject) {}

    /** Marks what the events make out of date, and stores what they ask for. */
    <E extends Event> void of(List<Received<E>> events) {
        outdate(events.stream()
                .map(received -> OutdatedNotices.by(received.event()))
                .flatMap(Optional::stream)
                .toList());
        List<Row> rows = new ArrayList<>();
        for (Received<E> received : events) {
            Envelope envelope = received.envelope();
            NoticesOfEvents.of(received.event()).forEach(draft -> add(rows, envelope.id(), draft, envelope.time()));
        }
        store(rows);
    }

    /**
     * Stores a notice that no event asks for.
     *
     * @param standsFor what stands for its event: the notice is made once for each
     */
    void of(UUID standsFor, NoticeDraft draft, Instant happenedAt) {
        List<Row> rows = new ArrayList<>();
        add(rows, standsFor, draft, happenedAt);
        store(rows);
    }

    /** In one statement, however many there are. */
    void outdate(List<OutdatedNotices> outdated) {
        List<Subject> subjects = outdated.stream()
                .flatMap(each -> each.subjects().stream().map(subject -> new Subject(each.about(), subject)))
                .toList();
        if (subjects.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update notice n set is_open = false
                          from unnest(:abouts, :subjects) as outdated (about, subject)
                         where n.about = outdated.about and n.subject = outdated.subject and n.is_open
                        """)
                .bindArray("abouts", UUID.class, Columns.of(subjects, Subject::about))
                .bindArray(
                        "subjects",
                        String.class,
                        Columns.of(subjects, each -> each.subject().name()))
                .execute());
    }

    private void add(List<Row> rows, UUID eventId, NoticeDraft draft, Instant happenedAt) {
        if (draft.recipient() instanceof Recipient.Voters) {
            voters.withVote()
                    .forEach(member ->
                            rows.add(new Row(eventId, draft, new Recipient.Member(member).key(), happenedAt)));
        } else {
            rows.add(new Row(eventId, draft, draft.recipient().key(), happenedAt));
        }
    }

    private void store(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into notice (notice_id, event_id, subject, kind, recipient, about, facts, happened_at)
                        select id, event, subject, kind, recipient, about, cast(facts as jsonb), happened_at
                          from unnest(:ids, :events, :subjects, :kinds, :recipients, :abouts, :facts, :moments)
                               as made (id, event, subject, kind, recipient, about, facts, happened_at)
                        on conflict (event_id, subject, recipient) do nothing
                        """)
                .bindArray("ids", UUID.class, Columns.of(rows, row -> Ids.next()))
                .bindArray("events", UUID.class, Columns.of(rows, Row::eventId))
                .bindArray(
                        "subjects",
                        String.class,
                        Columns.of(rows, row -> row.draft().subject().name()))
                .bindArray(
                        "kinds",
                        String.class,
                        Columns.of(rows, row -> row.draft().subject().kind().name()))
                .bindArray("recipients", String.class, Columns.of(rows, Row::recipient))
                .bindArray(
                        "abouts",
                        UUID.class,
                        Columns.of(rows, row -> row.draft().about()))
                .bindArray("facts", String.class, Columns.of(rows, this::facts))
                .bindArray("moments", Instant.class, Columns.of(rows, Row::happenedAt))
                .execute());
    }

    private String facts(Row row) {
        try {
            return json.writeValueAsString(row.draft().facts().values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
