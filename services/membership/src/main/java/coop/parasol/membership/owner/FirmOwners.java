package coop.parasol.membership.owner;

import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The firms that have one owner with others, and the group that each is in. */
@ApplicationScoped
class FirmOwners {

    private final Jdbi jdbi;

    FirmOwners(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A firm of a group, since when it is in it. */
    record FirmOwner(UUID memberId, UUID ownerId, Instant recordedAt) {}

    /** Nobody else changes groups until the transaction ends. */
    void lock() {
        jdbi.useHandle(handle -> handle.execute("lock table firm_owner in share row exclusive mode"));
    }

    /** The owners of all firms of the groups that these firms are in. */
    Map<UUID, UUID> ofGroupsOf(Collection<UUID> memberIds) {
        Map<UUID, UUID> owners = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery("""
                    select member_id, owner_id, recorded_at from firm_owner
                     where owner_id in (select owner_id from firm_owner where member_id = any(:members))
                    """)
                        .bindArray("members", UUID.class, memberIds)
                        .mapTo(FirmOwner.class)
                        .list())
                .forEach(firm -> owners.put(firm.memberId(), firm.ownerId()));
        return owners;
    }

    /** @param owners of firms, from now on; a firm that is its own owner is in no group */
    void store(Map<UUID, UUID> owners, Instant now) {
        List<UUID> alone = owners.keySet().stream()
                .filter(firm -> firm.equals(owners.get(firm)))
                .toList();
        List<UUID> grouped =
                owners.keySet().stream().filter(firm -> !alone.contains(firm)).toList();
        jdbi.useHandle(handle -> handle.createUpdate("delete from firm_owner where member_id = any(:members)")
                .bindArray("members", UUID.class, alone)
                .execute());
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into firm_owner (member_id, owner_id, recorded_at)
                select member_id, owner_id, :now from unnest(:members, :owners) as grouped (member_id, owner_id)
                on conflict (member_id) do update set owner_id = excluded.owner_id, recorded_at = excluded.recorded_at
                """)
                .bind("now", now)
                .bindArray("members", UUID.class, grouped)
                .bindArray("owners", UUID.class, Columns.of(grouped, owners::get))
                .execute());
    }

    /** Firms that are in groups, in the order of their ids, of one member or, with null, all. */
    List<FirmOwner> page(@Nullable UUID memberId, UUID after, int maxRows) {
        String own = memberId == null ? "" : " and member_id = :member";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select member_id, owner_id, recorded_at from firm_owner"
                            + " where member_id > :after" + own + " order by member_id limit :maxRows")
                    .bind("after", after)
                    .bind("maxRows", maxRows);
            if (memberId != null) {
                query.bind("member", memberId);
            }
            return query.mapTo(FirmOwner.class).list();
        });
    }
}
