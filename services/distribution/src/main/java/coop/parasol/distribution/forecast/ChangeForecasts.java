package coop.parasol.distribution.forecast;

import coop.parasol.contracts.ForecastEvent.ForecastChanged;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.forecast.ForecastRepository.Forecast;
import coop.parasol.distribution.forecast.ForecastRepository.GoodsOfWeek;
import coop.parasol.distribution.forecast.rules.ForecastRules;
import coop.parasol.distribution.product.Product;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner says what it expects to order, for any number of products and weeks at once; each is answered as if it were alone. */
@ApplicationScoped
class ChangeForecasts {

    static final Refusal UNKNOWN_PARTNER =
            new Refusal.Conflict("unknown-partner", "The firm has not registered you as a partner.");

    private static final Refusal TWICE = new Refusal.InvalidField(
            "product",
            "twice",
            "The file has said how much of this product and grade you expect for this week before; say it once.");

    private final ForecastRepository forecasts;
    private final ProductRepository products;
    private final ForecastBylaw bylaw;
    private final FirmClock clock;
    private final Outbox outbox;

    ChangeForecasts(
            ForecastRepository forecasts,
            ProductRepository products,
            ForecastBylaw bylaw,
            FirmClock clock,
            Outbox outbox) {
        this.forecasts = forecasts;
        this.products = products;
        this.bylaw = bylaw;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * What a partner expects.
     *
     * @param grade null for the best
     * @param quantity zero takes back what it has said
     */
    record Line(String product, @Nullable String grade, Period period, Quantity quantity) {}

    sealed interface Outcome {}

    /**
     * It is on record.
     *
     * @param changed false where the partner had said the same before
     */
    record Taken(Forecast forecast, boolean changed) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** An outcome for each line, in their order; of two about the same the later holds. */
    List<Outcome> change(UUID partnerId, List<Line> lines, Cause cause) {
        return change(partnerId, lines, (goods, line) -> false, cause);
    }

    /** Whether a line is about goods and a week that another line was about before. */
    interface Repeated {

        /** @param line its place among the lines, from 0 */
        boolean isTwice(GoodsOfWeek goods, int line);
    }

    /** The same, where a line that is about the same as another is refused. */
    List<Outcome> change(UUID partnerId, List<Line> lines, Repeated repeated, Cause cause) {
        if (!forecasts.lock(partnerId)) {
            return lines.stream()
                    .<Outcome>map(line -> new Refused(UNKNOWN_PARTNER))
                    .toList();
        }
        Instant now = clock.now();
        Terms terms = new Terms(
                products.ofCodes(lines.stream().map(Line::product).distinct().toList()),
                clock.day(now),
                bylaw.inForceAt(now));
        List<ForecastRules.Outcome> decisions =
                lines.stream().map(terms::decide).toList();
        Map<GoodsOfWeek, Forecast> said = new LinkedHashMap<>(forecasts.find(partnerId, goods(lines, decisions)));
        Map<GoodsOfWeek, Forecast> changed = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (decisions.get(i) instanceof ForecastRules.Allowed allowed) {
                Forecast forecast = forecast(line, allowed.grade(), now);
                if (repeated.isTwice(forecast.goods(), i)) {
                    outcomes.add(new Refused(TWICE));
                    continue;
                }
                Forecast before = said.put(forecast.goods(), forecast);
                boolean isNew =
                        before == null || before.standing() || before.quantity().compareTo(forecast.quantity()) != 0;
                if (isNew) {
                    changed.put(forecast.goods(), forecast);
                }
                outcomes.add(new Taken(isNew || before == null ? forecast : before, isNew));
            } else {
                outcomes.add(new Refused(refusal(line, decisions.get(i))));
            }
        }
        store(partnerId, changed, cause);
        return outcomes;
    }

    /** Stores forecasts of a partner, which the caller has locked, and tells them. */
    void store(UUID partnerId, Map<GoodsOfWeek, Forecast> changed, Cause cause) {
        if (changed.isEmpty()) {
            return;
        }
        forecasts.store(partnerId, changed.values());
        outbox.append(
                changed.values().stream().map(each -> event(partnerId, each)).toList(), cause);
    }

    /** What a partner may be asked by, at one moment. */
    private record Terms(Map<String, Product> products, LocalDate today, int days) {

        ForecastRules.Outcome decide(Line line) {
            return ChangeForecasts.decide(products.get(line.product()), line, today, days);
        }
    }

    /**
     * Whether a line may be said.
     *
     * @param product that the line names; null where there is none
     * @param days before the Monday of its week until which a forecast is changed, by the bylaws
     */
    static ForecastRules.Outcome decide(@Nullable Product product, Line line, LocalDate today, int days) {
        return ForecastRules.decide(
                product == null ? null : new ForecastRules.Goods(product.unit(), product.grades()),
                line.grade(),
                line.period(),
                line.quantity(),
                today,
                days);
    }

    private static List<GoodsOfWeek> goods(List<Line> lines, List<ForecastRules.Outcome> decisions) {
        List<GoodsOfWeek> goods = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (decisions.get(i) instanceof ForecastRules.Allowed allowed) {
                goods.add(new GoodsOfWeek(line.product(), allowed.grade(), line.period()));
            }
        }
        return goods;
    }

    private static Forecast forecast(Line line, String grade, Instant now) {
        return new Forecast(
                line.product(),
                grade,
                line.period(),
                line.quantity().value(),
                line.quantity().unit(),
                false,
                now);
    }

    private static ForecastChanged event(UUID partnerId, Forecast forecast) {
        return new ForecastChanged(
                partnerId,
                forecast.product(),
                forecast.grade(),
                forecast.period(),
                new Quantity(forecast.quantity(), forecast.unit()),
                forecast.changedAt());
    }

    /** Why it is not taken. */
    static Refusal refusal(Line line, ForecastRules.Outcome outcome) {
        return switch (outcome) {
            case ForecastRules.Allowed allowed -> throw new IllegalStateException("it is allowed");
            case ForecastRules.UnknownProduct unknown ->
                new Refusal.InvalidField(
                        "product", "unknown-product", "No standard is published for " + line.product() + ".");
            case ForecastRules.UnknownGrade unknown ->
                new Refusal.InvalidField(
                        "grade", "unknown-grade", "The standard of " + line.product() + " has no such grade.");
            case ForecastRules.WrongUnit wrong ->
                new Refusal.InvalidField(
                        "quantity.unit", "wrong-unit", line.product() + " is counted in " + wrong.unit() + ".");
            case ForecastRules.Negative negative ->
                new Refusal.InvalidField("quantity.value", "negative", "A forecast is zero or more.");
            case ForecastRules.Closed closed ->
                new Refusal.Conflict(
                        "forecast-closed",
                        "What you expect for " + line.period() + " could be changed until " + closed.lastDay() + ".");
            case ForecastRules.TooFar far ->
                new Refusal.InvalidField(
                        "period", "too-far-ahead", "Forecasts are taken up to the week " + far.lastWeek() + ".");
        };
    }
}
