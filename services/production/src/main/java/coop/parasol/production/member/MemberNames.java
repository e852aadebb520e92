package coop.parasol.production.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The names by which member firms go, which producers are shown of those with whom they share. */
@ApplicationScoped
public class MemberNames {

    private final Jdbi jdbi;

    MemberNames(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A member by its name. */
    record Named(UUID id, String name) {}

    /** The names of these members, as far as membership has told them and they are not erased. */
    public Map<UUID, String> of(Collection<UUID> memberIds) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, name from member where id = any(:members) and name is not null")
                .bindArray("members", UUID.class, memberIds)
                .mapTo(Named.class)
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name)));
    }

    /** Active members whose names contain a text, in the order of their ids. */
    List<Named> find(String text, UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id, name from member
                 where state = 'ACTIVE' and id > :after and position(lower(:text) in lower(name)) > 0
                 order by id limit :maxRows
                """)
                .bind("text", text)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(Named.class)
                .list());
    }

    /** A member goes by this name from now on. */
    void change(UUID memberId, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("update member set name = :name where id = :member")
                .bind("name", name)
                .bind("member", memberId)
                .execute());
    }

    /** What a member is called is erased. */
    public void erase(UUID memberId) {
        jdbi.useHandle(handle -> handle.createUpdate("update member set name = null where id = :member")
                .bind("member", memberId)
                .execute());
    }
}
