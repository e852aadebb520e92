package coop.parasol.production.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Who owns member firms: firms of one owner are one producer where something is shared out. */
@ApplicationScoped
public class FirmOwners {

    private final Jdbi jdbi;

    FirmOwners(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Owned(UUID id, UUID ownerId) {}

    /** The member and all other firms of its owner. */
    public List<UUID> firmsOf(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from member where owner_id = (select owner_id from member where id = :member)")
                .bind("member", memberId)
                .mapTo(UUID.class)
                .list());
    }

    /** The owner of each of these members. */
    public Map<UUID, UUID> of(Collection<UUID> memberIds) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, owner_id from member where id = any(:members)")
                .bindArray("members", UUID.class, memberIds)
                .mapTo(Owned.class)
                .stream()
                .collect(Collectors.toMap(Owned::id, Owned::ownerId)));
    }
}
