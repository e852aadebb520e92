package coop.parasol.distribution.exit;

import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of leaving members, and their unsold goods. */
@ApplicationScoped
class Exits {

    private final Sql sql;
    private final Firm firm;

    Exits(Sql sql, Firm firm) {
        this.sql = sql;
        this.firm = firm;
    }

    /**
     * A member that leaves.
     *
     * @param state OPEN, CLEARED or WITHDRAWN
     * @param batchesCertified null while quality has not cleared the member
     */
    record ExitCase(
            UUID exitId,
            UUID memberId,
            String state,
            @Nullable Long batchesCertified) {}

    /** Units of a batch that are on hand within date or reserved, and still the member's. */
    record Unsold(
            UUID batchId,
            UUID memberId,
            String product,
            String grade,
            String unit,
            String lot,
            boolean suspended,
            BigDecimal quantity) {}

    void record(UUID exitId, UUID memberId) {
        sql.update(
                "INSERT INTO exit_case (exit_id, member_id, state) VALUES (?, ?, 'OPEN') ON CONFLICT DO NOTHING",
                exitId,
                memberId);
    }

    void withdraw(UUID exitId, UUID memberId) {
        record(exitId, memberId);
        sql.update("UPDATE exit_case SET state = 'WITHDRAWN' WHERE exit_id = ?", exitId);
    }

    void qualityCleared(UUID exitId, UUID memberId, long batchesCertified) {
        record(exitId, memberId);
        sql.update("UPDATE exit_case SET batches_certified = ? WHERE exit_id = ?", batchesCertified, exitId);
    }

    void clear(UUID exitId, Instant now) {
        sql.update("UPDATE exit_case SET state = 'CLEARED', cleared_at = ? WHERE exit_id = ?", now, exitId);
    }

    Optional<ExitCase> find(UUID exitId) {
        return sql.find("SELECT * FROM exit_case WHERE exit_id = ?", Exits::read, exitId);
    }

    List<ExitCase> lockOpen(Collection<UUID> memberIds) {
        return sql.list(
                "SELECT * FROM exit_case WHERE member_id = ANY (?) AND state = 'OPEN' ORDER BY exit_id FOR UPDATE",
                Exits::read,
                (Object) memberIds.toArray(UUID[]::new));
    }

    List<ExitCase> page(Optional<UUID> after, int limit) {
        return sql.list(
                "SELECT * FROM exit_case WHERE exit_id > ? ORDER BY exit_id LIMIT ?",
                Exits::read,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    /** Members for whom only time may be missing: quality has cleared them, and goods run out of date. */
    List<UUID> waiting(int limit) {
        return sql.list("""
                SELECT DISTINCT e.member_id FROM exit_case e
                 WHERE e.state = 'OPEN' AND e.batches_certified IS NOT NULL
                   AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.member_id = e.member_id AND b.owner = 'MEMBER'
                                      AND b.standing IN ('CERTIFIED', 'SUSPENDED')
                                      AND (b.reserved > 0 OR b.on_hand > 0 AND b.expiry >= ?))
                 LIMIT ?
                """, row -> Sql.uuid(row, "member_id"), firm.today(), limit);
    }

    /** How many certified batches of a member were taken into stock; locks the count until the transaction ends. */
    long lockBatchesStocked(UUID memberId) {
        sql.update("INSERT INTO producer (member_id) VALUES (?) ON CONFLICT DO NOTHING", memberId);
        return sql.one(
                "SELECT batches FROM producer WHERE member_id = ? FOR NO KEY UPDATE", row -> row.getLong(1), memberId);
    }

    List<Unsold> unsold(Collection<UUID> memberIds) {
        return sql.list(
                """
                SELECT batch_id, member_id, product, grade, unit, lot, standing = 'SUSPENDED' AS suspended,
                       reserved + CASE WHEN expiry >= ? THEN on_hand ELSE 0 END AS quantity
                  FROM batch
                 WHERE member_id = ANY (?) AND owner = 'MEMBER' AND standing IN ('CERTIFIED', 'SUSPENDED')
                   AND (reserved > 0 OR on_hand > 0 AND expiry >= ?)
                 ORDER BY product, lot, batch_id
                """,
                row -> new Unsold(
                        Sql.uuid(row, "batch_id"),
                        Sql.uuid(row, "member_id"),
                        row.getString("product"),
                        row.getString("grade"),
                        row.getString("unit"),
                        row.getString("lot"),
                        row.getBoolean("suspended"),
                        row.getBigDecimal("quantity")),
                firm.today(),
                memberIds.toArray(UUID[]::new),
                firm.today());
    }

    void buyIn(List<Unsold> goods) {
        sql.update("UPDATE batch SET owner = 'FIRM' WHERE batch_id = ANY (?)", (Object)
                goods.stream().map(Unsold::batchId).toArray(UUID[]::new));
    }

    private static ExitCase read(ResultSet row) throws SQLException {
        return new ExitCase(
                Sql.uuid(row, "exit_id"),
                Sql.uuid(row, "member_id"),
                row.getString("state"),
                Sql.nullableLong(row, "batches_certified"));
    }
}
