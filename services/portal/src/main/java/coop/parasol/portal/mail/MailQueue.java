package coop.parasol.portal.mail;

import coop.parasol.messaging.Ids;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The mails that are to be sent, and what has become of each. */
@ApplicationScoped
class MailQueue {

    private final Jdbi jdbi;

    MailQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A mail's state: {@code QUEUED}, then one of the others, which stay. */
    enum State {
        QUEUED,
        SENT,
        FAILED,
        DROPPED
    }

    /** A notice that goes to a person by mail. */
    record Addressed(UUID noticeId, String person) {}

    /**
     * A mail that is being sent.
     *
     * @param attempts with this one
     */
    record Claimed(UUID mailId, UUID noticeId, String person, int attempts) {}

    /** What has become of a mail. */
    record Settled(State state, @Nullable String reason) {}

    /** How many mails wait, and how many have failed. */
    record Counts(long waiting, long failed) {}

    /** Mails of notices to people, each once. */
    void add(List<Addressed> mails, Instant now) {
        if (mails.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into notice_mail (mail_id, notice_id, person, state, due_at)
                        select mail_id, notice_id, person, 'QUEUED', :now
                          from unnest(:ids, :notices, :people) as m (mail_id, notice_id, person)
                        on conflict (notice_id, person) do nothing
                        """)
                .bindArray("ids", UUID.class, Columns.of(mails, mail -> Ids.next()))
                .bindArray("notices", UUID.class, Columns.of(mails, Addressed::noticeId))
                .bindArray("people", String.class, Columns.of(mails, Addressed::person))
                .bind("now", at(now))
                .execute());
    }

    boolean anyDue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from notice_mail where state = 'QUEUED' and due_at <= :now)")
                .bind("now", at(now))
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Takes the mail that is due longest, in a transaction of its own, so that no other instance takes it too. If this one ends before
     * it says what has become of it, the mail is due again after the lease.
     */
    Optional<Claimed> claim(Instant now, Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update notice_mail set attempts = attempts + 1, due_at = :until
                         where mail_id = (select mail_id from notice_mail where state = 'QUEUED' and due_at <= :now
                                           order by due_at, mail_id limit 1 for update skip locked)
                        returning mail_id, notice_id, person, attempts
                        """)
                .bind("now", at(now))
                .bind("until", at(now.plus(lease)))
                .mapTo(Claimed.class)
                .findOne());
    }

    /** It is tried again at that moment. */
    void retry(UUID mailId, Instant dueAt, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update notice_mail set due_at = :due, reason = :reason where mail_id = :id and state = 'QUEUED'")
                .bind("id", mailId)
                .bind("due", at(dueAt))
                .bind("reason", reason)
                .execute());
    }

    /** Nothing more becomes of it. */
    void settle(UUID mailId, State state, @Nullable String reason, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update notice_mail set state = :state, reason = cast(:reason as text), settled_at = :now
                         where mail_id = :id and state = 'QUEUED'
                        """)
                .bind("id", mailId)
                .bind("state", state)
                .bindByType("reason", reason, String.class)
                .bind("now", at(now))
                .execute());
    }

    Optional<Settled> of(UUID noticeId, String person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select state, reason from notice_mail where notice_id = :notice and person = :person")
                .bind("notice", noticeId)
                .bind("person", person)
                .mapTo(Settled.class)
                .findOne());
    }

    Counts counts(Instant failedSince) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) filter (where state = 'QUEUED') as waiting,
                               count(*) filter (where state = 'FAILED' and settled_at >= :since) as failed
                          from notice_mail where state in ('QUEUED', 'FAILED')
                        """)
                .bind("since", at(failedSince))
                .mapTo(Counts.class)
                .one());
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
