package coop.parasol.membership.member;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** By which name a member goes and by which e-mail address it signs in; whoever changes one is recorded with the value before. */
@ApplicationScoped
public class MemberIdentity {

    private final Jdbi jdbi;
    private final FirmClock clock;

    MemberIdentity(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What was changed: the name of the firm, or the e-mail address that it signs in by. */
    public enum What {
        NAME,
        EMAIL
    }

    /**
     * A change that was made.
     *
     * @param valueBefore absent once it was erased, as the value after is
     */
    public record Change(
            UUID changeId,
            What what,
            @Nullable String valueBefore,
            @Nullable String valueAfter,
            String changedBy,
            Instant changedAt) {}

    /** @param member locked, and not erased */
    public void rename(Member member, String name, String actor) {
        record(member.id, What.NAME, member.name, name, actor);
        member.name = name;
        Member.flush();
    }

    /** @param email in lower case, of no other member */
    public void changeEmail(Member member, String email, String actor) {
        record(member.id, What.EMAIL, member.email, email, actor);
        member.email = email;
        member.emailConfirmedAt = null;
        Member.flush();
    }

    private void record(UUID memberId, What what, String before, String after, String actor) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into identity_change (id, member_id, what, value_before, value_after, changed_by, changed_at)
            values (:id, :member, :what, :before, :after, :actor, :now)
            """)
                .bind("id", Ids.next())
                .bind("member", memberId)
                .bind("what", what)
                .bind("before", before)
                .bind("after", after)
                .bind("actor", actor)
                .bind("now", clock.now())
                .execute());
    }

    /** The changes of a member, in their order. */
    public List<Change> changes(UUID memberId, UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select id as change_id, what, value_before, value_after, changed_by, changed_at from identity_change
             where member_id = :member and id > :after order by id limit :maxRows
            """)
                .bind("member", memberId)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(Change.class)
                .list());
    }
}
