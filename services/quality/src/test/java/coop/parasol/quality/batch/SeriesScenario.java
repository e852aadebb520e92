package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.standard.rules.Specification;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Producers and products whose lots are inspected by several versions of standards, more or less severely. */
final class SeriesScenario {

    static final int PRODUCERS = 3;
    static final int PRODUCTS = 4;
    static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    /** AQL of minor defects in the versions of a standard. */
    private static final List<String> MINOR = List.of("1.5", "2.5", "4.0");

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);

    String product(int number) {
        return "P" + number + "-" + suffix;
    }

    /** Products with one to three versions of their standard; the last has none. */
    void standards(Random random) {
        for (int product = 1; product < PRODUCTS; product++) {
            TestDatabase.sql("insert into product (code, version) values (:p1, 3)", product(product));
            for (int version = 1; version <= 1 + random.nextInt(3); version++) {
                Standard standard = new Standard();
                standard.product = product(product);
                standard.version = version;
                standard.name = "Vase";
                standard.unit = "C62";
                standard.specification = specification(version);
                standard.draftedBy = "qasim";
                standard.publishedBy = "leela";
                standard.publishedAt = BEGIN.plus(version, ChronoUnit.DAYS);
                standard.id = Ids.next();
                QuarkusTransaction.requiringNew()
                        .run(() -> Standard.getEntityManager().merge(standard));
            }
        }
    }

    private static Specification specification(int version) {
        return new Specification(
                "Vase",
                "C62",
                null,
                List.of(),
                Map.of(
                        DefectClass.MAJOR,
                        new BigDecimal("1.0"),
                        DefectClass.MINOR,
                        new BigDecimal(MINOR.get(version - 1))),
                "II",
                Map.of(),
                List.of("A"),
                List.of(),
                null,
                1 + version % 2,
                false,
                Severity.NORMAL);
    }

    static List<UUID> producers() {
        return IntStream.range(0, PRODUCERS).mapToObj(each -> Ids.next()).toList();
    }

    /** How the lots of some producers are inspected, the same for both; the others' series have not begun. */
    void severities(Random random, List<UUID> one, List<UUID> other) {
        String[] states = {"NORMAL", "TIGHTENED", "REDUCED", "DISCONTINUED"};
        for (int producer = 0; producer < PRODUCERS; producer++) {
            for (int product = 1; product < PRODUCTS; product++) {
                String state = states[(producer + product) % states.length];
                if (product == 1 || random.nextInt(4) > 0) {
                    for (UUID member : List.of(one.get(producer), other.get(producer))) {
                        TestDatabase.sql(
                                "insert into inspection_series (id, member_id, product, switching, discontinued)"
                                        + " values (gen_random_uuid(), :p1, :p2, jsonb_build_object('classes',"
                                        + " jsonb_build_object('MAJOR', jsonb_build_object('state', :p3, 'score', 0,"
                                        + " 'recent', '', 'acceptedInARow', 0, 'rejectedOnTightened', 0))), :p4)",
                                member,
                                product(product),
                                state,
                                state.equals("DISCONTINUED"));
                    }
                }
            }
        }
    }
}
