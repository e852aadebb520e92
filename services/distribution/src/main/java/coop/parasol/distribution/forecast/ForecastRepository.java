package coop.parasol.distribution.forecast;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.partner.PartnerNames;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What partners expect to order, by week, product and grade. */
@ApplicationScoped
class ForecastRepository {

    private final PartnerNames partners;
    private final Jdbi jdbi;

    ForecastRepository(PartnerNames partners, Jdbi jdbi) {
        this.partners = partners;
        this.jdbi = jdbi;
    }

    /** A product and grade in a week. */
    record GoodsOfWeek(String product, String grade, Period period) {}

    /**
     * What a partner expects to order, in the unit of the product.
     *
     * @param standing whether it follows from a standing need
     */
    record Forecast(
            String product,
            String grade,
            Period period,
            BigDecimal quantity,
            String unit,
            boolean standing,
            Instant changedAt) {

        GoodsOfWeek goods() {
            return new GoodsOfWeek(product, grade, period);
        }
    }

    /**
     * Locks a partner's forecasts until the transaction ends, so that its decisions about them are taken one after another.
     *
     * @return false if no such partner is registered
     */
    boolean lock(UUID partnerId) {
        if (partners.of(List.of(partnerId)).isEmpty()) {
            return false;
        }
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into forecasting_partner (partner_id) values (:partner)
                            on conflict (partner_id) do nothing
                            """).bind("partner", partnerId).execute();
            handle.createQuery("select partner_id from forecasting_partner where partner_id = :partner for update")
                    .bind("partner", partnerId)
                    .mapTo(UUID.class)
                    .one();
        });
        return true;
    }

    /** What the partner has said of these; what it has said nothing of is left out. */
    Map<GoodsOfWeek, Forecast> find(UUID partnerId, Collection<GoodsOfWeek> goods) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select f.product, f.grade, f.period, f.quantity, f.unit, f.standing, f.changed_at
                          from (select distinct * from unnest(:products, :grades, :periods)
                                       as named (product, grade, period)) named
                          join forecast f using (product, grade, period)
                         where f.partner_id = :partner
                        """)
                .bind("partner", partnerId)
                .bindArray("products", String.class, Columns.of(goods, GoodsOfWeek::product))
                .bindArray("grades", String.class, Columns.of(goods, GoodsOfWeek::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(goods, each -> each.period().toString()))
                .mapTo(Forecast.class)
                .collect(Collectors.toMap(Forecast::goods, forecast -> forecast)));
    }

    /** What follows from a standing need, or has followed from it, in the weeks from one on, in their order. */
    List<Forecast> standingFrom(UUID partnerId, String product, String grade, Period week) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select product, grade, period, quantity, unit, standing, changed_at from forecast
                         where partner_id = :partner and product = :product and grade = :grade and period >= :week
                           and standing and quantity > 0
                         order by period
                        """)
                .bind("partner", partnerId)
                .bind("product", product)
                .bind("grade", grade)
                .bind("week", week)
                .mapTo(Forecast.class)
                .list());
    }

    /** Stores what the partner says now, each product, grade and week once. The partner is locked by the caller. */
    void store(UUID partnerId, Collection<Forecast> forecasts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into forecast (partner_id, product, grade, period, quantity, unit, standing, changed_at)
                        select :partner, product, grade, period, quantity, unit, standing, changed_at
                          from unnest(:products, :grades, :periods, :quantities, :units, :standing, :changedAt)
                               as said (product, grade, period, quantity, unit, standing, changed_at)
                        on conflict (partner_id, period, product, grade) do update
                           set quantity = excluded.quantity, unit = excluded.unit, standing = excluded.standing,
                               changed_at = excluded.changed_at
                        """)
                .bind("partner", partnerId)
                .bindArray("products", String.class, Columns.of(forecasts, Forecast::product))
                .bindArray("grades", String.class, Columns.of(forecasts, Forecast::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(forecasts, each -> each.period().toString()))
                .bindArray("quantities", BigDecimal.class, Columns.of(forecasts, Forecast::quantity))
                .bindArray("units", String.class, Columns.of(forecasts, Forecast::unit))
                .bindArray("standing", Boolean.class, Columns.of(forecasts, Forecast::standing))
                .bindArray("changedAt", Instant.class, Columns.of(forecasts, Forecast::changedAt))
                .execute());
    }

    /** A partner's forecasts from a week on, by week, product and grade, behind one of them. */
    List<Forecast> page(UUID partnerId, Period from, GoodsOfWeek behind, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select product, grade, period, quantity, unit, standing, changed_at from forecast
                         where partner_id = :partner and period >= :from
                           and (period, product, grade) > (:behindPeriod, :behindProduct, :behindGrade)
                         order by period, product, grade limit :maxRows
                        """)
                .bind("partner", partnerId)
                .bind("from", from)
                .bind("behindPeriod", behind.period())
                .bind("behindProduct", behind.product())
                .bind("behindGrade", behind.grade())
                .bind("maxRows", maxRows)
                .mapTo(Forecast.class)
                .list());
    }
}
