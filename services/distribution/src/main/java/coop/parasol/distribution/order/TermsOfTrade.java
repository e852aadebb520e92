package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.catalogue.rules.PriceLine;
import coop.parasol.distribution.catalogue.rules.PublishedPrice;
import coop.parasol.distribution.order.rules.AcceptOrder.Credit;
import coop.parasol.distribution.order.rules.AcceptOrder.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** All that deciding an order needs to know, in one round trip that also locks its products. */
@ApplicationScoped
class TermsOfTrade {

    private final Sql sql;
    private final Firm firm;

    TermsOfTrade(Sql sql, Firm firm) {
        this.sql = sql;
        this.firm = firm;
    }

    /**
     * What holds for a partner and the products of its order at one moment.
     *
     * @param grades of every product that has a standard, from the best down
     * @param units of those products
     * @param prices of those products at the partner's tier
     */
    record Terms(
            String tier,
            Credit credit,
            Map<String, List<String>> grades,
            Map<String, String> units,
            List<PublishedPrice> prices,
            Instant now) {

        Optional<Money> unitPrice(String product, String grade, Quantity quantity) {
            return PriceLine.applying(prices, product, grade, tier, quantity, now)
                    .map(PublishedPrice::unitPrice);
        }
    }

    /** Empty where there is no such partner. */
    Optional<Terms> lock(UUID partnerId, List<Wanted> lines) {
        Map<String, List<String>> grades = new HashMap<>();
        Map<String, String> units = new HashMap<>();
        List<PublishedPrice> prices = new ArrayList<>();
        List<Terms> rows = sql.list(
                """
                WITH locked AS MATERIALIZED (
                    SELECT code, unit, grades FROM product WHERE code = ANY (?) AND standard_version > 0
                     ORDER BY code FOR NO KEY UPDATE
                )
                SELECT p.tier AS partner_tier, p.credit_limit, p.exposure, l.code, l.unit AS product_unit, l.grades,
                       price.*
                  FROM partner p
                  LEFT JOIN locked l ON true
                  LEFT JOIN price ON price.product = l.code AND price.tier = p.tier
                 WHERE p.partner_id = ?
                """,
                row -> {
                    read(row, grades, units, prices);
                    return new Terms(
                            row.getString("partner_tier"),
                            new Credit(firm.money(row, "credit_limit"), firm.money(row, "exposure")),
                            grades,
                            units,
                            prices,
                            firm.now());
                },
                lines.stream().map(Wanted::product).distinct().toArray(String[]::new),
                partnerId);
        return rows.stream().findFirst();
    }

    private void read(
            ResultSet row, Map<String, List<String>> grades, Map<String, String> units, List<PublishedPrice> prices)
            throws SQLException {
        String code = row.getString("code");
        if (code == null) {
            return;
        }
        if (!grades.containsKey(code)) {
            grades.put(code, Sql.texts(row, "grades"));
            units.put(code, row.getString("product_unit"));
        }
        if (row.getString("product") != null) {
            prices.add(new PublishedPrice(
                    Sql.uuid(row, "price_id"),
                    code,
                    row.getString("grade"),
                    row.getString("tier"),
                    new Quantity(row.getBigDecimal("minimum_quantity"), row.getString("unit")),
                    firm.money(row, "unit_price"),
                    Objects.requireNonNull(Sql.instant(row, "valid_from"))));
        }
    }
}
