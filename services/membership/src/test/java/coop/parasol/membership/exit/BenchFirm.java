package coop.parasol.membership.exit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.Session;

/** Firms of given sizes side by side in one database, each in a schema of its own, for measurements. */
@ApplicationScoped
class BenchFirm {

    private static final String[] SEED = {
        """
        insert into bylaws (version, effective_from, decided_by, parameters)
        select version, effective_from, decided_by, jsonb_set(parameters, '{noticePeriod}', '"P0D"') from public.bylaws where version = 1
        """,
        """
        insert into member (id, name, registration_number, kind, email, iban, state, buy_in_due, applied_at, admitted_at,
               share_issued_at, bylaws_version, version)
        select md5('member ' || i)::uuid, 'Works ' || i, 'SEED-' || i, 'PRODUCT', i || '@seed.example', 'GB82WEST12345698765432',
               'ACTIVE', 100000, now(), now(), now(), 1, 1
          from generate_series(1, :members) i
        """,
        "update share_count set shares = :members",
        """
        insert into journal_entry (id, event, source_document, correlation_id, actor, booked_at, booked_on, member_id, narrative,
               narrative_salt, narrative_digest)
        select i, case when i <= :members then 'BuyInPaid' else 'PayoutStated' end, 'seed-' || i, 'seed', 'seed', now(),
               current_date, md5('member ' || (1 + (i - 1) % :members))::uuid, 'Seeded for a measurement',
               md5('salt ' || i)::uuid, text_digest(md5('salt ' || i)::uuid, 'Seeded for a measurement')
          from generate_series(1, :entries) i
        """,
        """
        insert into journal_line (entry, line, account, member_id, amount, balance)
        select i, 1, case when i <= :members then 1000 else 2100 end, null, 100000, 0 from generate_series(1, :entries) i
        """,
        """
        insert into journal_line (entry, line, account, member_id, amount, balance, member_balance)
        select i, 2, case when i <= :members then 3000 else 2200 end,
               case when i > :members then md5('member ' || (1 + (i - 1) % :members))::uuid end, -100000, 0,
               case when i > :members then 0 end
          from generate_series(1, :entries) i
        """,
        """
        update journal_line l set balance = run.balance, member_balance = run.member_balance
          from (select entry, line, sum(amount) over (partition by account order by entry, line) as balance,
                       case when member_id is not null
                            then sum(amount) over (partition by account, member_id order by entry, line) end as member_balance
                  from journal_line) run
         where run.entry = l.entry and run.line = l.line
        """,
        "update ledger_account a set balance = t.sum from (select account, sum(amount) from journal_line group by account) t"
                + " where t.account = a.code",
        "insert into member_account (member_id, account, balance) select member_id, account, sum(amount) from journal_line"
                + " where member_id is not null group by member_id, account",
        """
        insert into journal_seal (entry, header, content, previous, skip, digest)
        select i, sha256('h'), sha256('c'), i - 1, greatest(0, least(i - 1, i & (i - 1))), sha256(i::text::bytea)
          from generate_series(1, :entries) i
        """,
        "update journal_head set last_number = :entries, last_sealed = :entries, digest = sha256(:entries::text::bytea)",
    };

    /** What the triggers would have refused one by one. */
    private static final String FAULTS = """
            select (select count(*) from (select entry from journal_line group by entry having sum(amount) <> 0) e)
                 + (select abs(count(*) - (select shares from share_count)) from member where share_cancelled_at is null)
                 + (select abs(sum(balance)) from ledger_account)
            """;

    private final DataSource dataSource;
    private final Flyway flyway;
    private final Session database;

    BenchFirm(DataSource dataSource, Flyway flyway, Session database) {
        this.dataSource = dataSource;
        this.flyway = flyway;
        this.database = database;
    }

    static String schema(int members) {
        return "bench_" + members;
    }

    /** Another ledger in the same database, with its tables and nothing in them. */
    void empty(String schema) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema + " cascade");
        }
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(schema)
                .defaultSchema(schema)
                .load()
                .migrate();
    }

    /** Set-based, with the triggers off while it loads, and checked afterwards. */
    void found(int members, int entries) throws SQLException {
        empty(schema(members));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to " + schema(members));
            statement.execute("set session_replication_role to replica");
            for (String sql : SEED) {
                statement.execute(sql.replace(":members", Integer.toString(members))
                        .replace(":entries", Integer.toString(entries)));
            }
            statement.execute("reset session_replication_role");
            statement.execute("vacuum (analyze)");
            try (var faults = statement.executeQuery(FAULTS)) {
                if (!faults.next() || faults.getLong(1) != 0) {
                    throw new IllegalStateException("the seeded firm of " + members + " breaks the laws");
                }
            }
            statement.execute("reset search_path");
        }
    }

    /** One transaction in that firm. */
    <T> T in(int members, Callable<T> work) {
        return in(schema(members), work);
    }

    <T> T in(String schema, Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            database.createNativeMutationQuery("set local search_path to " + schema)
                    .executeUpdate();
            return work.call();
        });
    }
}
