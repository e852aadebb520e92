package coop.parasol.quality.inspection;

import coop.parasol.quality.certificate.rules.CertificateNumber;
import coop.parasol.testing.BenchSchemas;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Multiplies the one batch of a schema, certified by the use cases, into a history of any length, for measurements. */
@ApplicationScoped
class BenchBatches {

    static final int MEMBERS = 1_000;
    static final int TOWNS = 40;

    /** as many everywhere, since it is not history */
    private static final int WAITING = 1_000;

    private static final int ROWS_PER_STATEMENT = 10_000;
    private static final int MAX_NUMBERS = 20_000;
    private static final long FIRST = 1_700_000_000_000L;

    private static final String[] SEED = {
        "truncate producer_clearance, producer_place, inspection_series, producer_yield, producer_yield_month, work_list cascade",
        """
        insert into producer_clearance (member_id, reported, decided, certified)
        select member, count(*), count(*) filter (where i <= :batches), count(*) filter (where i <= :batches)
          from seed group by member
        """,
        """
        insert into producer_place (member_id, place)
        select member, 'Town ' || (row_number() over ()) % :towns from seed group by member
        """,
        """
        insert into inspection_series (id, member_id, product, switching)
        select gen_random_uuid(), s.member, m.product, '{"classes": {}}'
          from seed s, model m where s.i <= :batches group by s.member, m.product
        """,
        """
        insert into producer_yield (member_id, product, inspected, accepted_first)
        select s.member, m.product, count(*), count(*)
          from seed s, model m where s.i <= :batches group by s.member, m.product
        """,
        """
        insert into producer_yield_month (member_id, product, month, inspected, accepted_first)
        select s.member, m.product, date '2026-01-01' + s.i % 12 * interval '1 month', count(*), count(*)
          from seed s, model m where s.i <= :batches group by 1, 2, 3
        """,
        """
        insert into batch (id, member_id, product, lot, quantity, unit, best_before, state, reported_at, standard_version, plans,
               sample_size, seed, brand_lot, inspected_by, inspected_at, defectives, grade, certificate_number)
        select s.id, s.member, m.product, 'SEED-' || s.i, m.quantity, m.unit, m.best_before,
               case when s.i <= :batches then 'CERTIFIED' else 'SAMPLED' end,
               m.reported_at - (:batches + :waiting - s.i) * interval '1 second', m.standard_version, m.plans, m.sample_size,
               lpad(s.i::text, 64, '0'), 'SEED-' || s.i,
               case when s.i <= :batches then m.inspected_by end, case when s.i <= :batches then m.inspected_at end,
               case when s.i <= :batches then m.defectives end, case when s.i <= :batches then m.grade end,
               case when s.i <= :batches then s.number end
          from seed s, model m
        """,
        """
        insert into work_list (batch_id, member_id, product, lot, quantity, unit, reported_at, sample_size, reinspection,
               auditors)
        select id, member_id, product, lot, quantity, unit, reported_at, sample_size, false, 1 from batch where state = 'SAMPLED'
        """,
        """
        insert into inspection (id, batch_id, auditor_id, inspection_number, content, entered_by, saved_at, submitted_at, version)
        select s.id, s.id, n.auditor_id, 1, n.content, n.entered_by, n.saved_at, n.submitted_at, n.version
          from seed s, model m join inspection n on n.batch_id = m.id where s.i <= :batches
        """,
        """
        insert into certificate (number, batch_id, member_id, product, product_name, gtin, lot, brand_lot, grade, quantity, unit,
               standard_version, best_before, issued_at, expires_at, issuer, kid, jws, changed_at)
        select s.number, s.id, s.member, c.product, c.product_name, c.gtin, 'SEED-' || s.i, 'SEED-' || s.i, c.grade, c.quantity, c.unit,
               c.standard_version, c.best_before, c.issued_at, c.expires_at, c.issuer, c.kid, c.jws, c.changed_at
          from seed s, model m join certificate c on c.batch_id = m.id where s.i <= :batches
        """,
        "insert into inbox (consumer, event_id) select n.consumer, s.id from seed s, (select distinct consumer from inbox) n",
        "delete from certificate where batch_id in (select id from model)",
        "delete from inspection where batch_id in (select id from model)",
        "delete from batch where id in (select id from model)",
        "drop table seed",
        "drop table model",
    };

    private static final String FAULTS = """
            select (select count(*) from batch b where b.state = 'CERTIFIED'
                       and not exists (select from certificate c where c.number = b.certificate_number and c.batch_id = b.id))
                 + (select count(*) from batch b where b.state = 'CERTIFIED'
                       and not exists (select from inspection n where n.batch_id = b.id))
                 + (select abs(sum(certified) - (select count(*) from certificate)) from producer_clearance)
            """;

    private final BenchSchemas schemas;
    private final AgroalDataSource database;

    BenchBatches(BenchSchemas schemas, AgroalDataSource database) {
        this.schemas = schemas;
        this.database = database;
    }

    static UUID member(int number) {
        return new UUID(0x7000L, Long.MIN_VALUE | number);
    }

    /** In the schema in use, where one batch is certified; returns numbers of certificates from all over it. */
    List<String> multiply(int batches) throws SQLException {
        Random random = new Random(batches);
        List<String> numbers = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into seed select * from unnest(?, ?, ?, ?)")) {
            statement.execute("create unlogged table model as select * from batch");
            statement.execute("create unlogged table seed (i int, id uuid, number text, member uuid)");
            List<Object[]> rows = new ArrayList<>();
            for (int i = 1; i <= batches + WAITING; i++) {
                byte[] bytes = new byte[CertificateNumber.RANDOM_BYTES];
                random.nextBytes(bytes);
                String number = CertificateNumber.of(bytes);
                rows.add(new Object[] {i, olderId(i, random), number, member(random.nextInt(MEMBERS))});
                if (i <= batches && random.nextInt(1 + batches / MAX_NUMBERS) == 0) {
                    numbers.add(number);
                }
                if (rows.size() == ROWS_PER_STATEMENT || i == batches + WAITING) {
                    String[] types = {"int", "uuid", "text", "uuid"};
                    for (int column = 0; column < types.length; column++) {
                        int its = column;
                        insert.setArray(
                                column + 1,
                                connection.createArrayOf(
                                        types[column],
                                        rows.stream().map(row -> row[its]).toArray()));
                    }
                    insert.execute();
                    rows.clear();
                }
            }
        }
        schemas.fill(
                Arrays.stream(SEED)
                        .map(sql -> sql.replace(":batches", Integer.toString(batches))
                                .replace(":waiting", Integer.toString(WAITING))
                                .replace(":towns", Integer.toString(TOWNS)))
                        .toList(),
                FAULTS);
        return numbers;
    }

    /** Version 7, as production makes them, a second apart. */
    private static UUID olderId(int i, Random random) {
        return new UUID(
                (FIRST + 1000L * i) << 16 | 0x7000 | random.nextInt(0x1000), Long.MIN_VALUE | random.nextLong() >>> 2);
    }
}
