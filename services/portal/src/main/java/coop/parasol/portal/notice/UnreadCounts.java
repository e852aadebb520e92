package coop.parasol.portal.notice;

import coop.parasol.persistence.Columns;
import coop.parasol.portal.live.Listener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How many notices people have not read, for many people in one statement, and for whom the number may be another than before. */
@ApplicationScoped
class UnreadCounts {

    private final Jdbi jdbi;

    UnreadCounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * That a notice was made, read, or marked as unread again.
     *
     * @param changeId another one for each change
     * @param concerns the recipient of a new notice; of one that was read the person ({@link #person})
     */
    record Change(String changeId, String concerns) {}

    /** A listener by its place in a list, and one of the recipients whose notices it reads. */
    private record Reader(int place, String person, String recipient) {}

    private record Count(int place, long unread) {}

    /** Whom the change of what a person has read concerns. */
    static String person(String subject) {
        return "person:" + subject;
    }

    /**
     * What has changed in the last while, by the clock of the database for what was read and by those of the portals for new
     * notices; whoever asks again within that time misses nothing that took less long to be stored.
     */
    List<Change> changes(Instant now, Duration lately) {
        long since = now.minus(lately).toEpochMilli();
        return jdbi.withHandle(handle -> handle.createQuery("""
            select cast(notice_id as text) as change_id, recipient as concerns from notice where notice_id >= :first
            union all
            select concat_ws(' ', person, notice_id, changed_at), concat('person:', person) from notice_read
             where changed_at >= now() - make_interval(secs => :seconds)
            """)
                .bind("first", new UUID(since << 16, 0))
                .bind("seconds", lately.toSeconds())
                .mapTo(Change.class)
                .list());
    }

    /** As pages show it ({@link UnreadNotices#text}), for each of the listeners. */
    Map<Listener, String> of(Collection<Listener> listeners) {
        List<Listener> places = List.copyOf(listeners);
        List<Reader> readers = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            Listener who = places.get(place);
            for (String recipient : Recipients.of(who)) {
                readers.add(new Reader(place, who.subject(), recipient));
            }
        }
        Map<Listener, String> texts = new HashMap<>();
        places.forEach(who -> texts.put(who, UnreadNotices.text(0)));
        count(readers).forEach(each -> texts.put(places.get(each.place()), UnreadNotices.text(each.unread())));
        return texts;
    }

    /** How many of the newest notices of these recipients a person has not read. */
    long of(List<String> recipients, String person) {
        return count(recipients.stream()
                        .map(recipient -> new Reader(0, person, recipient))
                        .toList())
                .stream()
                .mapToLong(Count::unread)
                .sum();
    }

    private List<Count> count(List<Reader> readers) {
        if (readers.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
            select mine.place, count(*) as unread
              from unnest(:places, :persons, :recipients) as mine (place, person, recipient)
             cross join lateral (select notice_id from notice where recipient = mine.recipient
                                  order by notice_id desc limit :newest) n
             where not exists (select from notice_read r
                                where r.person = mine.person and r.notice_id = n.notice_id and r.is_read)
             group by mine.place
            """)
                .bindArray("places", Integer.class, Columns.of(readers, Reader::place))
                .bindArray("persons", String.class, Columns.of(readers, Reader::person))
                .bindArray("recipients", String.class, Columns.of(readers, Reader::recipient))
                .bind("newest", Inbox.LOOKED_THROUGH)
                .mapTo(Count.class)
                .list());
    }
}
