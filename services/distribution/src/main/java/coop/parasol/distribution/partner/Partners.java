package coop.parasol.distribution.partner;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.Sql.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of partners. */
@ApplicationScoped
public class Partners {

    private static final String COLUMNS =
            "partner_id, name, country, tier, credit_limit, exposure, version FROM partner ";

    private final Sql sql;
    private final Firm firm;

    Partners(Sql sql, Firm firm) {
        this.sql = sql;
        this.firm = firm;
    }

    public Optional<Partner> find(UUID partnerId) {
        return sql.find("SELECT " + COLUMNS + "WHERE partner_id = ?", this::read, partnerId);
    }

    /** Changes what open orders and unpaid invoices of a partner come to, by the difference. */
    public void changeExposure(UUID partnerId, Money difference) {
        if (!difference.isZero()) {
            sql.update(
                    "UPDATE partner SET exposure = exposure + ? WHERE partner_id = ?", difference.minor(), partnerId);
        }
    }

    /** Takes from the partner's credit; changes no row where the limit would be passed. */
    public static Step charge(UUID partnerId, Money amount) {
        return Step.of(
                "charge",
                "UPDATE partner SET exposure = exposure + ? WHERE partner_id = ? AND exposure <= credit_limit - ?"
                        + " RETURNING partner_id",
                amount.minor(),
                partnerId,
                amount.minor());
    }

    Optional<Partner> lock(UUID partnerId) {
        return sql.find("SELECT " + COLUMNS + "WHERE partner_id = ? FOR NO KEY UPDATE", this::read, partnerId);
    }

    List<Partner> page(Optional<UUID> after, int limit) {
        return sql.list(
                "SELECT " + COLUMNS + "WHERE partner_id > ? ORDER BY partner_id LIMIT ?",
                this::read,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    /** @return false if there is one with this id already */
    boolean insert(Partner partner) {
        return sql.update(
                        "INSERT INTO partner (partner_id, name, country, tier, credit_limit) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        partner.partnerId(),
                        partner.name(),
                        partner.country(),
                        partner.tier(),
                        partner.creditLimit().minor())
                == 1;
    }

    void update(Partner partner) {
        sql.update(
                "UPDATE partner SET name = ?, country = ?, tier = ?, credit_limit = ?, version = ? WHERE partner_id = ?",
                partner.name(),
                partner.country(),
                partner.tier(),
                partner.creditLimit().minor(),
                partner.version(),
                partner.partnerId());
    }

    private Partner read(ResultSet row) throws SQLException {
        return new Partner(
                Sql.uuid(row, "partner_id"),
                row.getString("name"),
                row.getString("country"),
                row.getString("tier"),
                firm.money(row, "credit_limit"),
                firm.money(row, "exposure"),
                row.getLong("version"));
    }
}
