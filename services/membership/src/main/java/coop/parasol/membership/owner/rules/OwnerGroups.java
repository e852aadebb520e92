package coop.parasol.membership.owner.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Groups of firms that have one owner. A firm that is in no group is its own owner, under its own id; a group has an id that is no
 * firm's, and two firms or more. To have one owner is transitive: who puts two firms together puts their groups together.
 */
public final class OwnerGroups {

    private OwnerGroups() {}

    /**
     * The owners that change when firms are recorded to have one owner.
     *
     * @param firms two or more
     * @param recorded owners of all firms of the groups that these firms are in
     * @param newGroupId for a group in which no firm is in a group yet
     * @return the new owner of each firm whose owner changes; empty if the firms have one owner already
     */
    public static Map<UUID, UUID> oneOwner(Collection<UUID> firms, Map<UUID, UUID> recorded, UUID newGroupId) {
        Set<UUID> groups = new TreeSet<>();
        firms.stream().map(recorded::get).filter(owner -> owner != null).forEach(groups::add);
        UUID owner = groups.stream().findFirst().orElse(newGroupId);
        Map<UUID, UUID> changes = new HashMap<>();
        Stream.concat(firms.stream(), recorded.keySet().stream().filter(firm -> groups.contains(recorded.get(firm))))
                .filter(firm -> !owner.equals(recorded.get(firm)))
                .forEach(firm -> changes.put(firm, owner));
        return changes;
    }

    /**
     * The owners that change when a firm is recorded to have an owner of its own. The last firm that it leaves behind is in no
     * group any more either.
     *
     * @param recorded owners of all firms of the group that the firm is in
     * @return the new owner of each firm whose owner changes, its own id; empty if the firm is in no group
     */
    public static Map<UUID, UUID> ownOwner(UUID firm, Map<UUID, UUID> recorded) {
        UUID owner = recorded.get(firm);
        if (owner == null) {
            return Map.of();
        }
        Map<UUID, UUID> changes = new HashMap<>();
        changes.put(firm, firm);
        List<UUID> others = recorded.keySet().stream()
                .filter(other -> !other.equals(firm) && owner.equals(recorded.get(other)))
                .toList();
        if (others.size() == 1) {
            changes.put(others.getFirst(), others.getFirst());
        }
        return changes;
    }
}
