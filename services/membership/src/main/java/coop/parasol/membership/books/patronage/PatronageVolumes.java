package coop.parasol.membership.books.patronage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Patronage: what each member has done business with the firm for, as the value of its certified goods that were sold. A surplus is
 * allotted in proportion to it (patronage refund, the third of the Rochdale principles).
 */
@ApplicationScoped
public class PatronageVolumes {

    private final Jdbi jdbi;

    PatronageVolumes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Volume(UUID memberId, long amount) {}

    /** Minor units for each member that has sold something between two days, both counted. */
    public Map<UUID, Long> between(LocalDate first, LocalDate last) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        select member_id, cast(sum(amount) as bigint) as amount from patronage_volume
                         where sold_on between :first and :last group by member_id having sum(amount) > 0
                        """)
                        .bind("first", first)
                        .bind("last", last)
                        .mapTo(Volume.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(Volume::memberId, Volume::amount));
    }
}
