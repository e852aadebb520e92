package coop.parasol.membership.books.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger that was kept by the first version is carried over: chained, with running balances, shares, volumes and what is owed. */
@QuarkusTest
class UpgradeTest {

    private static final String SCHEMA = "upgraded";
    private static final String STAYS = "0198c000-0000-7000-8000-000000000001";
    private static final String LEAVES = "0198c000-0000-7000-8000-000000000002";
    private static final String LEFT = "0198c000-0000-7000-8000-000000000003";
    private static final String OTHER_POOL = "0198c000-0000-7000-8000-0000000000ab";
    private static final String POOL = "0198c000-0000-7000-8000-0000000000aa";

    /** As the first version wrote: a member with pool money paid and owed, one that is valued, one that has left. */
    private static final String[] FIRST_VERSION = {
        """
        insert into member (id, name, registration_number, kind, email, state, buy_in_due, applied_at, admitted_at, share_issued_at,
               share_cancelled_at, left_at, version) values
            ('%1$s', 'Stays', 'R-1', 'PRODUCT', 's@example.org', 'ACTIVE', 100000, now(), now(), now(), null, null, 0),
            ('%2$s', 'Leaves', 'R-2', 'PRODUCT', 'l@example.org', 'LEAVING', 100000, now(), now(), now(), now(), null, 0),
            ('%4$s', 'Left', 'R-3', 'BOTH', 'g@example.org', 'LEFT', 100000, now(), now(), now(), now(), now(), 0)
        """, "update firm set members = 1", """
        insert into journal_entry (event, about, correlation_id, actor, booked_at, member_id) values
            ('BuyInPaid', '%1$s', 'c', 'tara', now(), '%1$s'), ('BuyInPaid', '%2$s', 'c', 'tara', now(), '%2$s'),
            ('BuyInPaid', '%4$s', 'c', 'tara', now(), '%4$s'), ('PaymentReceived', 'invoice', 'c', 'distribution', now(), null),
            ('PoolSettled', '%3$s', 'c', 'pricing', now(), null), ('PayoutStated', '%3$s:%1$s', 'c', 'pricing', now(), '%1$s'),
            ('PayoutPaid', 'payout', 'c', 'tara', now(), '%1$s'), ('ExitValued', 'gone', 'c', 'time', now(), '%4$s'),
            ('ExitPaid', 'gone', 'c', 'tara', now(), '%4$s'), ('ExitValued', 'exit', 'c', 'time', now(), '%2$s')
        """, """
        insert into journal_line (entry, line, account, member_id, amount)
        select e.id, l.line, l.account, cast(l.member as uuid), l.amount from journal_entry e join (values
            ('BuyInPaid', '', 1, 1000, null, 100000), ('BuyInPaid', '', 2, 3000, null, -100000),
            ('PaymentReceived', '', 1, 1000, null, 6000), ('PaymentReceived', '', 2, 2000, null, -6000),
            ('PoolSettled', '', 1, 2000, null, 6000), ('PoolSettled', '', 2, 4000, null, -1000), ('PoolSettled', '', 3, 2100, null, -5000),
            ('PayoutStated', '', 1, 2100, null, 5000), ('PayoutStated', '', 2, 2200, '%1$s', -5000),
            ('PayoutPaid', '', 1, 2200, '%1$s', 2000), ('PayoutPaid', '', 2, 1000, null, -2000),
            ('ExitValued', 'gone', 1, 3000, null, 100000), ('ExitValued', 'gone', 2, 2300, '%4$s', -100000),
            ('ExitPaid', '', 1, 2300, '%4$s', 100000), ('ExitPaid', '', 2, 1000, null, -100000),
            ('ExitValued', 'exit', 1, 3000, null, 100000), ('ExitValued', 'exit', 2, 2300, '%2$s', -100000))
            l (event, about, line, account, member, amount) on l.event = e.event and l.about in ('', e.about) order by e.id, l.line
        """, """
        insert into payout (id, member_id, amount, bank_reference, paid_at, paid_by)
        values (gen_random_uuid(), '%1$s', 2000, 'UTR-1', now(), 'tara')
        """, """
        insert into exit_case (id, member_id, state, requested_at, notice_until, production_cleared_at, quality_cleared_at,
               distribution_cleared_at, valued_on, equal_share, patronage_capital, debts, payable, paid_at, bank_reference, version)
        values (gen_random_uuid(), '%2$s', 'VALUED', now(), current_date, now(), now(), now(), current_date, 100000, 0, 0, 100000,
                null, null, 0),
               (gen_random_uuid(), '%4$s', 'PAID', now(), current_date, now(), now(), now(), current_date, 100000, 0, 0, 100000,
                now(), 'UTR-2', 0)
        """,
    };

    @Inject
    DataSource dataSource;

    @Inject
    Flyway flyway;

    @BeforeEach
    @AfterEach
    void nothing_there() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
        }
    }

    @Test
    void what_the_first_version_has_booked_is_chained_balanced_and_owed() throws SQLException {
        firstVersion();

        upgrade("latest");

        in(statement -> {
            chained(statement);
            balanced(statement);
            owed(statement);
            assertThat(number(statement, "select count(*) from share_certificate where cancelled_at is null"))
                    .isOne();
            assertThat(number(statement, "select count(*) from buy_in_invoice")).isEqualTo(3);
            assertThat(number(statement, "select amount from patronage_volume where pool_id = '" + POOL + "'"))
                    .isEqualTo(5_000);
            goesOn(statement);
        });
    }

    @Test
    void an_installation_that_has_applied_the_texts_before_they_were_mended_starts_and_any_other_difference_is_refused()
            throws SQLException {
        upgrade("latest");
        in(statement -> assertThat(statement.executeUpdate(
                        "update flyway_schema_history set checksum = case version when '1010' then -941921797"
                                + " when '1023' then -1114354150 when '1026' then 2009612623 else 1989729692 end"
                                + " where version in ('1010', '1023', '1026', '1030')"))
                .isEqualTo(4));

        upgrade("latest");
        in(statement ->
                statement.execute("update flyway_schema_history set checksum = checksum + 1 where version = '1010'"));

        assertThatThrownBy(() -> upgrade("latest"))
                .isInstanceOf(FlywayValidateException.class)
                .hasMessageContaining("1010");
    }

    @Test
    void shares_that_an_upgrade_has_entered_as_cancelled_are_held_again() throws SQLException {
        firstVersion();
        upgrade("1040");
        in(statement -> {
            statement.execute("alter table share_certificate disable trigger user");
            statement.execute("update share_certificate set cancelled_at = issued_at where cancelled_at is null");
            statement.execute("alter table share_certificate enable trigger user");
        });

        upgrade("latest");

        in(statement -> assertThat(number(
                        statement,
                        "select count(*) from share_certificate where cancelled_at is null and member_id = '" + STAYS
                                + "'"))
                .isOne());
    }

    @Test
    void what_earlier_exits_have_set_off_is_not_invoiced_any_more_and_booked_pools_are_whole() throws SQLException {
        firstVersion();
        upgrade("1080");
        in(statement -> {
            statement.execute(
                    "insert into buy_in_instalment (member_id, number, amount, due_on, paid_at, bank_reference) values"
                            + " ('%1$s', 1, 25000, current_date, now(), 'UTR-1'), ('%1$s', 2, 25000, current_date, null, null),"
                                    .formatted(LEAVES)
                            + " ('%1$s', 3, 25000, current_date, null, null), ('%1$s', 4, 25000, current_date, null, null),"
                                    .formatted(LEAVES)
                            + " ('%1$s', 1, 50000, current_date, now(), 'UTR-2'), ('%1$s', 2, 50000, current_date, null, null)"
                                    .formatted(STAYS));
            statement.execute(
                    "insert into member_account (member_id, account, balance) values ('%s', 1200, 40000), ('%s', 1200, 50000)"
                            .formatted(LEAVES, STAYS));
        });

        in(UpgradeTest::settledOnly);

        upgrade("latest");

        in(statement -> {
            assertThat(number(statement, setOff(LEAVES, 1))).isZero();
            assertThat(number(statement, setOff(LEAVES, 2))).isEqualTo(25_000);
            assertThat(number(statement, setOff(LEAVES, 3))).isEqualTo(10_000);
            assertThat(number(statement, setOff(LEAVES, 4))).isZero();
            assertThat(number(statement, setOff(STAYS, 2))).isZero();
            assertThat(number(
                            statement,
                            "select count(*) from pool where id = '" + POOL + "' and stated = 1 and producers = 1"))
                    .isOne();
            assertThat(number(
                            statement,
                            "select count(*) from pool where id = '" + OTHER_POOL + "' and stated < producers"))
                    .isOne();
        });
    }

    /** A pool that is booked and whose statements are still to come. */
    private static void settledOnly(Statement statement) throws SQLException {
        long entry = number(
                statement,
                "insert into journal_entry (event, about, correlation_id, actor, booked_at, booked_on, narrative)"
                        + " values ('PoolSettled', '" + OTHER_POOL
                        + "', 'c', 'pricing', now(), current_date, 'n') returning id");
        statement.execute(
                "select book_lines(array[%1$d, %1$d]::bigint[], array[1, 2]::smallint[], array[2000, 2100]::smallint[],"
                                .formatted(entry)
                        + " array[null, null]::uuid[], array[700, -700]::bigint[])");
    }

    private static String setOff(String member, int number) {
        return "select set_off from buy_in_instalment where member_id = '" + member + "' and number = " + number;
    }

    private void firstVersion() throws SQLException {
        upgrade("1000");
        in(statement -> {
            for (String sql : FIRST_VERSION) {
                statement.execute(sql.formatted(STAYS, LEAVES, POOL, LEFT));
            }
        });
    }

    /** Sealed now, every entry gets the digest that it has got in the upgrade. */
    private static void chained(Statement statement) throws SQLException {
        assertThat(number(statement, "select count(*) from journal_seal")).isEqualTo(10);
        assertThat(number(statement, "select sealed from journal_head"))
                .isEqualTo(number(statement, "select max(id) from journal_entry"));
        statement.execute("create temporary table seals on commit drop as select * from journal_seal");
        statement.execute("alter table journal_seal disable trigger user");
        statement.execute("truncate journal_seal");
        statement.execute(
                "update journal_head set sealed = 0, digest = decode(repeat('00', 32), 'hex'), entry = (select max(id) from journal_entry)");
        statement.execute("select seal_journal()");
        assertThat(
                        number(
                                statement,
                                "select count(*) from journal_seal s join seals t on t.entry = s.entry and t.digest = s.digest"))
                .isEqualTo(10);
        statement.execute("alter table journal_seal enable trigger user");
    }

    private static void balanced(Statement statement) throws SQLException {
        assertThat(
                        number(
                                statement,
                                "select count(*) from (select balance, member_balance, member_id,"
                                        + " sum(amount) over (partition by account order by entry, line) as total,"
                                        + " sum(amount) over (partition by account, member_id order by entry, line) as own from journal_line) l"
                                        + " where balance <> total or member_balance is distinct from case when member_id is not null then own end"))
                .as("running balances that are wrong")
                .isZero();
        assertThat(number(
                        statement,
                        "select count(*) from ledger_account a where balance <> (select coalesce(sum(amount), 0) from journal_line"
                                + " where account = a.code)"))
                .as("accounts that are not their lines")
                .isZero();
        assertThat(number(statement, "select balance from ledger_account where code = 1000"))
                .isEqualTo(204_000);
    }

    private static void owed(Statement statement) throws SQLException {
        assertThat(number(
                        statement,
                        "select p.amount from payable p join payout o on o.id = p.source_id where p.state = 'HELD'"
                                + " and p.member_id = '" + STAYS + "'"))
                .isEqualTo(3_000);
        assertThat(number(statement, "select sum(amount) from exit_payment where state = 'PLANNED'"))
                .isEqualTo(100_000);
        assertThat(number(statement, "select settlements from redemption")).isEqualTo(100_000);
        assertThat(number(statement, "select paid from exit_case where state = 'PAID'"))
                .isEqualTo(100_000);
    }

    /** The next entry continues the chain and the balances. */
    private static void goesOn(Statement statement) throws SQLException {
        long entry = number(
                statement,
                "insert into journal_entry (event, about, correlation_id, actor, booked_at, booked_on, narrative)"
                        + " values ('Next', 'n', 'c', 'tara', now(), current_date, 'n') returning id");
        statement.execute(
                "select book_lines(array[%1$d, %1$d]::bigint[], array[1, 2]::smallint[], array[1000, 4300]::smallint[],"
                                .formatted(entry)
                        + " array[null, null]::uuid[], array[7, -7]::bigint[])");
        statement.execute("set constraints all immediate");
        assertThat(number(statement, "select balance from journal_line where account = 1000 and entry = " + entry))
                .isEqualTo(204_007);
        assertThat(number(statement, "select previous from journal_seal where entry = " + entry))
                .isEqualTo(entry - 1);
    }

    private void upgrade(String target) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .target(MigrationVersion.fromVersion(target))
                .load()
                .migrate();
    }

    private interface Work {
        void in(Statement statement) throws SQLException;
    }

    private void in(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local search_path to " + SCHEMA);
            work.in(statement);
            connection.commit();
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getLong(1);
        }
    }
}
