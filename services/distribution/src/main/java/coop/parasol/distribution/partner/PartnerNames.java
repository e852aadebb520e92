package coop.parasol.distribution.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What partners are called, for those who read lists of what is theirs. */
@ApplicationScoped
public class PartnerNames {

    private final Jdbi jdbi;

    PartnerNames(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A partner with its name. */
    public record Named(UUID partnerId, String name) {}

    /** The names of those of the partners that are registered, in one query. */
    public Map<UUID, String> of(Collection<UUID> partners) {
        if (partners.isEmpty()) {
            return Map.of();
        }
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "select partner_id, name from partner where partner_id = any(:partners)")
                        .bindArray(
                                "partners",
                                UUID.class,
                                partners.stream().distinct().toList())
                        .mapTo(Named.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(Named::partnerId, Named::name));
    }
}
