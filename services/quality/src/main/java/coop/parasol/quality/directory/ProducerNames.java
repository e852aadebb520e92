package coop.parasol.quality.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the producers are called, until they are erased. */
@ApplicationScoped
public class ProducerNames {

    private final Jdbi jdbi;

    ProducerNames(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A producer with its name. */
    public record Named(UUID memberId, String name) {}

    /** The producer goes by this name from now on. */
    public void store(UUID memberId, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into producer_name (member_id, name) values (:member, :name)
                        on conflict (member_id) do update set name = excluded.name
                        """)
                .bind("member", memberId)
                .bind("name", name)
                .execute());
    }

    /** The producer is not known by a name any more. */
    public void erase(UUID memberId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from producer_name where member_id = :member")
                .bind("member", memberId)
                .execute());
    }

    /** The names of those of the producers that have one, in one query. */
    public Map<UUID, String> of(Collection<UUID> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "select member_id, name from producer_name where member_id = any(:members)")
                        .bindArray(
                                "members",
                                UUID.class,
                                members.stream().distinct().toList())
                        .mapTo(Named.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(Named::memberId, Named::name));
    }

    /** The name of one producer; null if it has none. */
    public @Nullable String of(UUID member) {
        return of(List.of(member)).get(member);
    }
}
