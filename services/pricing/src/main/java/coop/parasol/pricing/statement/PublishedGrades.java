package coop.parasol.pricing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** By which factors settlements have divided, as their figures were published. */
@ApplicationScoped
public class PublishedGrades {

    private final Jdbi jdbi;

    PublishedGrades(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A grade of a settlement. */
    record Grade(UUID settlementId, String grade, BigDecimal factor) {}

    /** The factor of each grade, by the settlement; those whose figures were not published are left out. */
    public Map<UUID, Map<String, BigDecimal>> factors(Collection<UUID> settlements) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        select settlement_id, grade, factor
                          from published_pool, jsonb_to_recordset(figures -> 'grades') as grade (grade text, factor numeric)
                         where settlement_id = any(:settlements)
                        """)
                        .bindArray("settlements", UUID.class, settlements)
                        .mapTo(Grade.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Grade::settlementId, Collectors.toMap(Grade::grade, Grade::factor, (a, b) -> b, TreeMap::new)));
    }
}
