package coop.parasol.membership.owner;

import java.util.Map;
import java.util.UUID;

/** A member firm, by its id and the name that it goes by. */
public record Firm(UUID memberId, String name) {

    static Firm of(UUID memberId, Map<UUID, String> names) {
        return new Firm(memberId, names.getOrDefault(memberId, ""));
    }
}
