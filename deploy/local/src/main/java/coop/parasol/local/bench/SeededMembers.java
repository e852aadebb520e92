package coop.parasol.local.bench;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Members with a paid share and an entry in the books each, written into the database of a firm that has none yet. */
final class SeededMembers {

    private static final String[] SEED = {
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
        select i, 'BuyInPaid', 'seed-' || i, 'seed', 'seed', now(), current_date, md5('member ' || i)::uuid,
               'Seeded for a measurement', md5('salt ' || i)::uuid,
               text_digest(md5('salt ' || i)::uuid, 'Seeded for a measurement')
          from generate_series(1, :members) i
        """,
        """
        insert into journal_line (entry, line, account, member_id, amount, balance)
        select i, line, case line when 1 then 1000 else 3000 end, null, case line when 1 then 100000 else -100000 end,
               case line when 1 then 100000 * i else -100000 * i end
          from generate_series(1, :members) i, generate_series(1, 2) line
        """,
        "update ledger_account a set balance = t.sum from (select account, sum(amount) from journal_line group by account) t"
                + " where t.account = a.code",
        """
        insert into journal_seal (entry, header, content, previous, skip, digest)
        select i, sha256('h'), sha256('c'), i - 1, greatest(0, least(i - 1, i & (i - 1))), sha256(i::text::bytea)
          from generate_series(1, :members) i
        """,
        "update journal_head set last_number = :members, last_sealed = :members, digest = sha256(:members::text::bytea)",
    };

    private SeededMembers() {}

    /**
     * Adds them, set by set, with the triggers off.
     *
     * @throws OperatorException if the firm has members or entries already
     */
    static void add(Installation installation, int members) throws SQLException {
        try (Connection connection = installation.connectAsAdministrator("membership");
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "select exists (select from member) or exists (select from" + " journal_entry)")) {
                if (rows.next() && rows.getBoolean(1)) {
                    throw new OperatorException("Members can be added for a measurement to a new firm alone.");
                }
            }
            statement.execute("set session_replication_role to replica");
            for (String sql : SEED) {
                statement.execute(sql.replace(":members", Integer.toString(members)));
            }
            statement.execute("vacuum (analyze)");
        }
    }
}
