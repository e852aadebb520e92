package coop.parasol.quality.producer;

import coop.parasol.quality.switching.Line;
import coop.parasol.quality.switching.SwitchingChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** A producer's own results, from the counters that decisions keep: what is read does not grow with its batches. */
@ApplicationScoped
class Results {

    private static final String MONTHS = """
            select product, month, inspected, accepted_first from quality_month
            where member_id = ?1 and product = any(?2) and month >= ?3 order by product, month
            """;
    private static final String DEFECTS = """
            select product, defect, batches, found from (
                select d.*, row_number() over (partition by product order by batches desc, defect) as place
                from quality_defect d where member_id = ?1 and product = any(?2)) ranked
            where place <= ?3 order by product, place
            """;
    private static final String CHANGES = """
            select change.* from unnest(cast(?2 as text[])) p(product)
            cross join (values ('CRITICAL'), ('MAJOR'), ('MINOR')) c(defect_class)
            cross join lateral (
                select * from switching_change s
                where s.member_id = ?1 and s.product = p.product and s.defect_class = c.defect_class
                order by s.id desc limit ?3) change
            order by change.id desc
            """;
    private static final String HELD = """
            select product, count(*) from batch
            where member_id = ?1 and product = any(?2) and state = 'HELD' group by product
            """;
    private static final int MOST_DEFECTS = 20;
    private static final int MOST_CHANGES = 10;

    private final Session database;

    Results(Session database) {
        this.database = database;
    }

    /** What was decided in a calendar month, in UTC. */
    record Month(LocalDate month, long inspected, long acceptedFirst) {}

    /**
     * A cause of rejections.
     *
     * @param defect a characteristic, or a defect class where only counts were entered
     * @param batches rejected batches in which it was found
     * @param found units (or defects) in their samples
     */
    record Defect(String defect, long batches, long found) {}

    /** By product, oldest first. */
    Map<String, List<Month>> months(UUID memberId, List<Line> lines, LocalDate since) {
        return database.createNativeQuery(MONTHS, Object[].class)
                .setParameter(1, memberId)
                .setParameter(2, products(lines))
                .setParameter(3, since)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(
                                row -> new Month(Network.date(row[1]), number(row[2]), number(row[3])),
                                Collectors.toList())));
    }

    /** By product, the most frequent first. */
    Map<String, List<Defect>> defects(UUID memberId, List<Line> lines) {
        return database.createNativeQuery(DEFECTS, Object[].class)
                .setParameter(1, memberId)
                .setParameter(2, products(lines))
                .setParameter(3, MOST_DEFECTS)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(
                                row -> new Defect((String) row[1], number(row[2]), number(row[3])),
                                Collectors.toList())));
    }

    /** By product, a few of each defect class, newest first. */
    Map<String, List<SwitchingChange>> changes(UUID memberId, List<Line> lines) {
        return database.createNativeQuery(CHANGES, SwitchingChange.class)
                .setParameter(1, memberId)
                .setParameter(2, products(lines))
                .setParameter(3, MOST_CHANGES)
                .getResultStream()
                .collect(Collectors.groupingBy(change -> change.product));
    }

    /** How many batches wait for the lifting of a discontinuation, by product. */
    Map<String, Long> held(UUID memberId, List<Line> lines) {
        return database.createNativeQuery(HELD, Object[].class)
                .setParameter(1, memberId)
                .setParameter(2, products(lines))
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> number(row[1])));
    }

    static String[] products(List<Line> lines) {
        return lines.stream().map(line -> line.product).toArray(String[]::new);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
