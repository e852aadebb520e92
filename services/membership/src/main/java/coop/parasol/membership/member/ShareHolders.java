package coop.parasol.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which members hold a share now, for features that ask about many of them at once. */
@ApplicationScoped
public class ShareHolders {

    private final Jdbi jdbi;
    private final MemberRegister members;

    ShareHolders(Jdbi jdbi, MemberRegister members) {
        this.jdbi = jdbi;
        this.members = members;
    }

    /** @param shareIssuedAt since when the member has held its share */
    public record ShareHolder(UUID memberId, Instant shareIssuedAt) {}

    /** All members that hold a share. */
    public List<ShareHolder> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select id as member_id, share_issued_at from member
                         where share_issued_at is not null and share_cancelled_at is null
                        """).mapTo(ShareHolder.class).list());
    }

    /** How many members hold a share. */
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from member where share_issued_at is not null and share_cancelled_at is null")
                .mapTo(Long.class)
                .one());
    }

    /** Those of the members whose share is valued and cancelled. */
    public Set<UUID> formerAmong(Collection<UUID> memberIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from member where id = any(:members) and share_cancelled_at is not null")
                .bindArray("members", UUID.class, memberIds)
                .mapTo(UUID.class)
                .set());
    }

    /** Whether the member holds a share. */
    public boolean holdsShare(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from member
                                        where id = :member and share_issued_at is not null and share_cancelled_at is null)
                        """)
                .bind("member", memberId)
                .mapTo(Boolean.class)
                .one());
    }

    /** The names of members by their ids; those that are not known are left out. */
    public Map<UUID, String> namesOf(Collection<UUID> memberIds) {
        return members.names(memberIds);
    }
}
