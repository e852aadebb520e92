package coop.parasol.distribution.forecast;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.forecast.ForecastRepository.Forecast;
import coop.parasol.distribution.forecast.ForecastRepository.GoodsOfWeek;
import coop.parasol.distribution.forecast.rules.ForecastDeadline;
import coop.parasol.distribution.forecast.rules.ForecastRules;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner says what it needs in every week, or revokes it. It is a forecast of each week up to a quarter ahead at once, and of later
 * weeks as they come so near.
 */
@ApplicationScoped
class ChangeStandingNeeds {

    /** For how many weeks after the present one a standing need is a forecast. */
    static final int WEEKS_AHEAD = 13;

    private final ForecastRepository forecasts;
    private final ChangeForecasts changeForecasts;
    private final ProductRepository products;
    private final ForecastBylaw bylaw;
    private final FirmClock clock;

    ChangeStandingNeeds(
            ForecastRepository forecasts,
            ChangeForecasts changeForecasts,
            ProductRepository products,
            ForecastBylaw bylaw,
            FirmClock clock) {
        this.forecasts = forecasts;
        this.changeForecasts = changeForecasts;
        this.products = products;
        this.bylaw = bylaw;
        this.clock = clock;
    }

    /**
     * What a partner needs in every week.
     *
     * @param grade null for the best
     * @param from the first of these weeks; null for the first whose forecast may still be changed
     */
    record Request(
            UUID partnerId,
            String product,
            @Nullable String grade,
            @Nullable Period from,
            Quantity quantity) {}

    sealed interface Outcome {}

    /**
     * It is on record.
     *
     * @param isNew false where it replaces what the partner needed of the product and grade before
     */
    record Needed(StandingNeed need, boolean isNew) implements Outcome {}

    /** The need is revoked. */
    record Revoked() implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** The partner needs this from a week on; what it said before of the same holds for the weeks before. */
    Outcome change(Request request, Cause cause) {
        if (!forecasts.lock(request.partnerId())) {
            return new Refused(ChangeForecasts.UNKNOWN_PARTNER);
        }
        Instant now = clock.now();
        int days = bylaw.inForceAt(now);
        Period first = ForecastDeadline.firstOpen(clock.day(now), days);
        Period from = request.from() == null ? first : request.from();
        ChangeForecasts.Line line =
                new ChangeForecasts.Line(request.product(), request.grade(), from, request.quantity());
        ForecastRules.Outcome decision =
                ChangeForecasts.decide(products.find(request.product()).orElse(null), line, clock.day(now), days);
        if (!(decision instanceof ForecastRules.Allowed allowed)) {
            return new Refused(ChangeForecasts.refusal(line, decision));
        }
        if (!request.quantity().isPositive()) {
            return new Refused(new Refusal.InvalidField(
                    "quantity.value", "not-positive", "A standing need is more than zero; revoke it to end it."));
        }
        if (from.compareTo(horizon(now)) > 0) {
            return new Refused(new Refusal.InvalidField(
                    "from", "too-far-ahead", "A standing need begins at the latest in the week " + horizon(now) + "."));
        }
        StandingNeed known = StandingNeed.of(request.partnerId(), request.product(), allowed.grade())
                .orElse(null);
        if (known != null) {
            // what was needed so far holds for the weeks before
            writeRest(known, now, cause);
        }
        StandingNeed need = known == null ? create(request, allowed.grade()) : known;
        need.quantity = request.quantity().value();
        need.unit = request.quantity().unit();
        need.fromPeriod = from.toString();
        need.writtenUntil = Period.of(from.monday().minusWeeks(1)).toString();
        need.persist();
        write(need, from, now, cause);
        return new Needed(need, known == null);
    }

    /** The partner needs it no more, from the first week on whose forecast may still be changed. */
    Outcome revoke(UUID partnerId, UUID needId, Cause cause) {
        forecasts.lock(partnerId);
        StandingNeed need = StandingNeed.findById(needId);
        if (need == null) {
            return new Refused(new Refusal.NotFound("standing need", needId));
        }
        Instant now = clock.now();
        Period first = ForecastDeadline.firstOpen(clock.day(now), bylaw.inForceAt(now));
        Map<GoodsOfWeek, Forecast> ended = new LinkedHashMap<>();
        forecasts
                .standingFrom(partnerId, need.product, need.grade, first)
                .forEach(each -> ended.put(each.goods(), standing(need, each.period(), BigDecimal.ZERO, now)));
        changeForecasts.store(partnerId, ended, cause);
        need.delete();
        return new Revoked();
    }

    /** A standing need becomes a forecast of weeks that have come near enough. */
    void writeComingWeeks(UUID needId, Cause cause) {
        UUID partnerId = StandingNeed.partnerOf(needId).orElse(null);
        if (partnerId == null || !forecasts.lock(partnerId)) {
            return;
        }
        StandingNeed need = StandingNeed.findById(needId);
        if (need == null) {
            return;
        }
        writeRest(need, clock.now(), cause);
    }

    /** The last week for which a standing need is a forecast. */
    Period horizon(Instant now) {
        return Period.of(clock.day(now).plusWeeks(WEEKS_AHEAD));
    }

    private void writeRest(StandingNeed need, Instant now, Cause cause) {
        Period next = Period.of(Period.parse(need.writtenUntil).monday().plusWeeks(1));
        Period thisWeek = Period.of(clock.day(now));
        write(need, next.compareTo(thisWeek) < 0 ? thisWeek : next, now, cause);
    }

    private void write(StandingNeed need, Period from, Instant now, Cause cause) {
        Period until = horizon(now);
        if (from.compareTo(until) > 0) {
            return;
        }
        List<GoodsOfWeek> weeks = from.monday()
                .datesUntil(until.monday().plusDays(1), java.time.Period.ofWeeks(1))
                .map(monday -> new GoodsOfWeek(need.product, need.grade, Period.of(monday)))
                .toList();
        Map<GoodsOfWeek, Forecast> known = forecasts.find(need.partnerId, weeks);
        Map<GoodsOfWeek, Forecast> changed = new LinkedHashMap<>();
        for (GoodsOfWeek week : weeks) {
            Forecast said = known.get(week);
            if (said == null || (said.standing() && said.quantity().compareTo(need.quantity) != 0)) {
                changed.put(week, standing(need, week.period(), need.quantity, now));
            }
        }
        changeForecasts.store(need.partnerId, changed, cause);
        need.writtenUntil = until.toString();
    }

    private static Forecast standing(StandingNeed need, Period week, BigDecimal quantity, Instant now) {
        return new Forecast(need.product, need.grade, week, quantity, need.unit, true, now);
    }

    private static StandingNeed create(Request request, String grade) {
        StandingNeed need = new StandingNeed();
        need.id = Ids.next();
        need.partnerId = request.partnerId();
        need.product = request.product();
        need.grade = grade;
        return need;
    }
}
