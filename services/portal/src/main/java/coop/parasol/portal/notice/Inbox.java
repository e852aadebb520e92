package coop.parasol.portal.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.portal.notice.rules.NoticeFacts;
import coop.parasol.portal.notice.rules.NoticeKind;
import coop.parasol.portal.notice.rules.NoticeSubject;
import coop.parasol.portal.notice.rules.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Notices as people read them, each person those of whom it acts for. */
@ApplicationScoped
public class Inbox {

    /** Of each recipient so many of the newest are looked through for unread ones: a page costs no more with years behind it. */
    static final int LOOKED_THROUGH = 100;

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Jdbi jdbi;

    Inbox(ObjectMapper json, Jdbi jdbi) {
        this.json = json;
        this.jdbi = jdbi;
    }

    /** A notice, and whether the person has read it. */
    record Entry(Notice notice, boolean isRead) {}

    /**
     * Notices, newest first.
     *
     * @param recipients whose notices the person reads
     * @param kind of this kind only; null for all
     * @param unreadOnly whether those are left out that the person has read
     * @param before older than this one; null for the newest
     */
    List<Entry> list(
            List<String> recipients,
            String person,
            @Nullable NoticeKind kind,
            boolean unreadOnly,
            @Nullable UUID before,
            int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select n.* from unnest(:recipients) as mine (recipient)
             cross join lateral (
                   select n.notice_id, n.subject, n.recipient, n.about, n.facts, n.happened_at, n.is_open,
                          coalesce(r.is_read, false) as is_read
                     from notice n
                     left join notice_read r on r.notice_id = n.notice_id and r.person = :person
                    where n.recipient = mine.recipient and n.notice_id < :before
                      and (cast(:kind as text) is null or n.kind = cast(:kind as text))
                      and (r.is_read is not true or not :unreadOnly)
                    order by n.notice_id desc limit :maxRows) n
             order by n.notice_id desc limit :maxRows
            """)
                .bindArray("recipients", String.class, recipients)
                .bind("person", person)
                .bind("before", before == null ? new UUID(-1, -1) : before)
                .bindByType("kind", kind == null ? null : kind.name(), String.class)
                .bind("unreadOnly", unreadOnly)
                .bind("maxRows", maxRows)
                .map((row, context) -> new Entry(notice(row), row.getBoolean("is_read")))
                .list());
    }

    /** A notice of one of these recipients; empty if there is none of theirs. */
    Optional<Entry> find(UUID noticeId, List<String> recipients, String person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select n.*, coalesce(r.is_read, false) as is_read from notice n
              left join notice_read r on r.notice_id = n.notice_id and r.person = :person
             where n.notice_id = :id and n.recipient = any(:recipients)
            """)
                .bind("id", noticeId)
                .bind("person", person)
                .bindArray("recipients", String.class, recipients)
                .map((row, context) -> new Entry(notice(row), row.getBoolean("is_read")))
                .findOne());
    }

    /** A notice, whoever may read it: for whoever sends it. */
    public Optional<Notice> find(UUID noticeId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from notice where notice_id = :id")
                .bind("id", noticeId)
                .map((row, context) -> notice(row))
                .findOne());
    }

    /** Whether a person has read a notice. */
    public boolean hasRead(String person, UUID noticeId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from notice_read where person = :person and notice_id = :notice and"
                                + " is_read)")
                .bind("person", person)
                .bind("notice", noticeId)
                .mapTo(Boolean.class)
                .one());
    }

    void markRead(String person, UUID noticeId) {
        mark(person, noticeId, true);
    }

    void markUnread(String person, UUID noticeId) {
        mark(person, noticeId, false);
    }

    private void mark(String person, UUID noticeId, boolean read) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into notice_read (person, notice_id, is_read) values (:person, :notice, :read)
            on conflict (person, notice_id) do update set is_read = :read, changed_at = now()
             where notice_read.is_read <> :read
            """)
                .bind("person", person)
                .bind("notice", noticeId)
                .bind("read", read)
                .execute());
    }

    /** Marks as many of the newest as are counted. */
    void markAllRead(List<String> recipients, String person) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into notice_read (person, notice_id)
            select :person, n.notice_id from unnest(:recipients) as mine (recipient)
             cross join lateral (select notice_id from notice where recipient = mine.recipient
                                  order by notice_id desc limit :newest) n
            on conflict (person, notice_id) do update set is_read = true, changed_at = now()
             where not notice_read.is_read
            """)
                .bindArray("recipients", String.class, recipients)
                .bind("person", person)
                .bind("newest", LOOKED_THROUGH)
                .execute());
    }

    /**
     * Notices of which it was not looked yet who gets them by mail, oldest first, locked until the present transaction ends; those
     * that another instance has locked are left out.
     */
    public List<Notice> lockToAddress(int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select * from notice where not addressed order by notice_id limit :maxRows for update skip locked
            """)
                .bind("maxRows", maxRows)
                .map((row, context) -> notice(row))
                .list());
    }

    /** It is known who gets them by mail. */
    public void markAddressed(List<UUID> notices) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update notice set addressed = true where notice_id = any(:notices)")
                        .bindArray("notices", UUID.class, notices)
                        .execute());
    }

    /** Nobody gets mail of what happened so long ago. */
    public void markAddressedBefore(Instant moment) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update notice set addressed = true where not addressed and happened_at < :moment")
                .bind("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .execute());
    }

    void eraseNoticesOfMember(UUID memberId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from notice where recipient = :recipient")
                .bind("recipient", new Recipient.Member(memberId).key())
                .execute());
    }

    /** @return how many were deleted; less than {@code maxRows} where no older ones are left */
    int deleteBefore(Instant moment, int maxRows) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
            delete from notice where notice_id in (select notice_id from notice where happened_at < :moment
                                                    order by notice_id limit :maxRows)
            """)
                .bind("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .bind("maxRows", maxRows)
                .execute());
    }

    private Notice notice(ResultSet row) throws SQLException {
        try {
            return new Notice(
                    row.getObject("notice_id", UUID.class),
                    NoticeSubject.valueOf(row.getString("subject")),
                    Recipient.of(row.getString("recipient")),
                    row.getObject("about", UUID.class),
                    new NoticeFacts(json.readValue(row.getString("facts"), FACTS)),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("is_open"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of a notice cannot be read", e);
        }
    }
}
