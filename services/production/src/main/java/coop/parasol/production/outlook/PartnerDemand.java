package coop.parasol.production.outlook;

import coop.parasol.contracts.ForecastEvent.ForecastChanged;
import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
import coop.parasol.production.outlook.DemandOutlook.DemandChange;
import coop.parasol.production.outlook.rules.ForecastConsumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What each partner has ordered and forecast of a product and grade for a week. {@link OrderLines} writes it, and adds to the demand
 * outlook what it says has changed of the forecasts that no order has consumed.
 */
@ApplicationScoped
class PartnerDemand {

    private static final Comparator<Key> IN_ORDER = Comparator.comparing(Key::product)
            .thenComparing(Key::grade)
            .thenComparing(Key::period)
            .thenComparing(Key::partnerId);

    private final Jdbi jdbi;

    PartnerDemand(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Key(String product, String grade, Period period, UUID partnerId) {}

    /** By how much what a partner has ordered for a week has changed, in the unit of the product. */
    record Ordered(UUID partnerId, String product, String grade, Period period, String unit, BigDecimal quantity) {}

    /** What a partner has ordered and forecast now, and by how much its orders have changed. */
    private record Consumed(
            String product,
            String grade,
            Period period,
            String unit,
            BigDecimal ordered,
            BigDecimal forecast,
            BigDecimal change) {

        DemandChange demand() {
            BigDecimal before = ForecastConsumption.unconsumed(forecast, ordered.subtract(change));
            return forecasts(
                    product,
                    grade,
                    period,
                    unit,
                    ForecastConsumption.unconsumed(forecast, ordered).subtract(before));
        }
    }

    private record Row(
            String product, String grade, Period period, UUID partnerId, BigDecimal ordered, BigDecimal forecast) {

        Key key() {
            return new Key(product, grade, period, partnerId);
        }
    }

    /** Adds to what partners have ordered; what of their forecasts is consumed by it, or no longer is. */
    List<DemandChange> order(List<Ordered> all) {
        List<Ordered> changes =
                all.stream().filter(change -> change.quantity().signum() != 0).toList();
        if (changes.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
            with change as (
                select product, grade, period, partner_id, min(unit) as unit, sum(quantity) as quantity
                  from unnest(:products, :grades, :periods, :partners, :units, :quantities)
                       as change (product, grade, period, partner_id, unit, quantity)
                 group by product, grade, period, partner_id having sum(quantity) <> 0),
            demand as (
                insert into partner_demand (product, grade, period, partner_id, unit, ordered)
                select product, grade, period, partner_id, unit, quantity from change
                 order by product, grade, period, partner_id
                on conflict (product, grade, period, partner_id) do update
                   set ordered = partner_demand.ordered + excluded.ordered
                returning product, grade, period, partner_id, unit, ordered, forecast)
            select d.product, d.grade, d.period, d.unit, d.ordered, d.forecast, c.quantity as change
              from demand d join change c using (product, grade, period, partner_id)
             where d.forecast > 0
            """)
                .bindArray("products", String.class, Columns.of(changes, Ordered::product))
                .bindArray("grades", String.class, Columns.of(changes, Ordered::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(changes, change -> change.period().toString()))
                .bindArray("partners", UUID.class, Columns.of(changes, Ordered::partnerId))
                .bindArray("units", String.class, Columns.of(changes, Ordered::unit))
                .bindArray("quantities", BigDecimal.class, Columns.of(changes, Ordered::quantity))
                .mapTo(Consumed.class)
                .map(Consumed::demand)
                .list());
    }

    /** Keeps what partners expect now, of several forecasts for the same the last; what of them is not consumed. */
    List<DemandChange> forecast(List<ForecastChanged> events) {
        Map<Key, ForecastChanged> last = new HashMap<>();
        events.forEach(event -> last.put(key(event), event));
        List<Key> keys = last.keySet().stream().sorted(IN_ORDER).toList();
        List<ForecastChanged> forecasts =
                keys.stream().map(key -> Objects.requireNonNull(last.get(key))).toList();
        Map<Key, Row> before = lockOrCreate(keys, forecasts);
        set(keys, forecasts);
        return forecasts.stream()
                .map(event -> change(event, Objects.requireNonNull(before.get(key(event)))))
                .toList();
    }

    private static Key key(ForecastChanged event) {
        return new Key(event.product(), event.grade(), event.period(), event.partnerId());
    }

    private static DemandChange change(ForecastChanged event, Row before) {
        BigDecimal now = ForecastConsumption.unconsumed(event.quantity().value(), before.ordered());
        return forecasts(
                event.product(),
                event.grade(),
                event.period(),
                event.quantity().unit(),
                now.subtract(ForecastConsumption.unconsumed(before.forecast(), before.ordered())));
    }

    private static DemandChange forecasts(String product, String grade, Period period, String unit, BigDecimal change) {
        return new DemandChange(
                product, grade, period, unit, BigDecimal.ZERO, BigDecimal.ZERO, change, BigDecimal.ZERO);
    }

    /** Locked in the order of their keys, so that two transactions do not wait for each other. */
    private Map<Key, Row> lockOrCreate(List<Key> keys, List<ForecastChanged> forecasts) {
        Map<Key, Row> rows = new HashMap<>();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                insert into partner_demand (product, grade, period, partner_id, unit)
                select product, grade, period, partner_id, unit
                  from unnest(:products, :grades, :periods, :partners, :units)
                       as said (product, grade, period, partner_id, unit)
                 order by product, grade, period, partner_id
                on conflict (product, grade, period, partner_id) do nothing
                """)
                    .bindArray("products", String.class, Columns.of(keys, Key::product))
                    .bindArray("grades", String.class, Columns.of(keys, Key::grade))
                    .bindArray(
                            "periods",
                            String.class,
                            Columns.of(keys, key -> key.period().toString()))
                    .bindArray("partners", UUID.class, Columns.of(keys, Key::partnerId))
                    .bindArray(
                            "units",
                            String.class,
                            Columns.of(forecasts, event -> event.quantity().unit()))
                    .execute();
            handle.createQuery("""
                select d.product, d.grade, d.period, d.partner_id, d.ordered, d.forecast
                  from partner_demand d
                  join unnest(:products, :grades, :periods, :partners) as said (product, grade, period, partner_id)
                       using (product, grade, period, partner_id)
                 order by product, grade, period, partner_id for no key update of d
                """)
                    .bindArray("products", String.class, Columns.of(keys, Key::product))
                    .bindArray("grades", String.class, Columns.of(keys, Key::grade))
                    .bindArray(
                            "periods",
                            String.class,
                            Columns.of(keys, key -> key.period().toString()))
                    .bindArray("partners", UUID.class, Columns.of(keys, Key::partnerId))
                    .mapTo(Row.class)
                    .forEach(row -> rows.put(row.key(), row));
        });
        return rows;
    }

    private void set(List<Key> keys, List<ForecastChanged> forecasts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            update partner_demand d set forecast = said.quantity
              from unnest(:products, :grades, :periods, :partners, :quantities)
                   as said (product, grade, period, partner_id, quantity)
             where (d.product, d.grade, d.period, d.partner_id)
                   = (said.product, said.grade, said.period, said.partner_id)
            """)
                .bindArray("products", String.class, Columns.of(keys, Key::product))
                .bindArray("grades", String.class, Columns.of(keys, Key::grade))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(keys, key -> key.period().toString()))
                .bindArray("partners", UUID.class, Columns.of(keys, Key::partnerId))
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        Columns.of(forecasts, event -> event.quantity().value()))
                .execute());
    }
}
