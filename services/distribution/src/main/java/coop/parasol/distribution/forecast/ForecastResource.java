package coop.parasol.distribution.forecast;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.forecast.ForecastRepository.Forecast;
import coop.parasol.distribution.forecast.ForecastRepository.GoodsOfWeek;
import coop.parasol.distribution.forecast.rules.ForecastDeadline;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.ItemAnswer;
import coop.parasol.web.ItemDecisions;
import coop.parasol.web.LineAnswers;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.ReadItem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: what a partner expects to order in coming weeks. Nobody else says it, and nobody else sees whose it is. */
@Path("/forecasts")
@Tag(name = "Forecasts")
@RolesAllowed("partner")
public class ForecastResource {

    private static final int MAX_FORECASTS = 1_000;
    private static final int OK = 200;

    /** Stands between week, grade and product in a cursor; no week or grade has one. */
    private static final String SEPARATOR = "@";

    private static final int PARTS = 3;

    private final ChangeForecasts changeForecasts;
    private final ForecastRepository forecasts;
    private final ForecastBylaw bylaw;
    private final ProductRepository products;
    private final ItemDecisions decisions;
    private final LineAnswers lines;
    private final FirmClock clock;
    private final Caller caller;

    ForecastResource(
            ChangeForecasts changeForecasts,
            ForecastRepository forecasts,
            ForecastBylaw bylaw,
            ProductRepository products,
            ItemDecisions decisions,
            LineAnswers lines,
            FirmClock clock,
            Caller caller) {
        this.changeForecasts = changeForecasts;
        this.forecasts = forecasts;
        this.bylaw = bylaw;
        this.products = products;
        this.decisions = decisions;
        this.lines = lines;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * What a partner expects to order for a week.
     *
     * @param grade of the product; absent for the best
     * @param period ISO week
     * @param quantity instead of what was said before; zero takes it back
     */
    public record NewForecast(
            @NotBlank @Size(max = 60) String product,
            @Nullable @Size(min = 1, max = 60) String grade,
            @NotNull Period period,
            @NotNull Quantity quantity) {

        ChangeForecasts.Line line() {
            return new ChangeForecasts.Line(product, grade, period, quantity);
        }
    }

    /**
     * What is on record of a partner's forecast.
     *
     * @param standing whether it follows from a standing need, and was not said for this week alone
     * @param changeableUntil the last day of the firm on which it may be changed, by the bylaws
     */
    public record ForecastView(
            UUID partnerId,
            String product,
            String grade,
            Period period,
            Quantity quantity,
            boolean standing,
            LocalDate changeableUntil) {

        static ForecastView of(UUID partnerId, Forecast forecast, int days) {
            return new ForecastView(
                    partnerId,
                    forecast.product(),
                    forecast.grade(),
                    forecast.period(),
                    new Quantity(forecast.quantity(), forecast.unit()),
                    forecast.standing(),
                    ForecastDeadline.lastDay(forecast.period(), days));
        }
    }

    @POST
    @Idempotent(storedByMethod = true)
    @Operation(
            summary = "Say how much you expect to order, for up to 1,000 products and weeks, each answered by itself",
            description =
                    "The answers stand in the order of the forecasts; each is what the forecast alone would have been"
                            + " answered with. One that is refused, or cannot be read, does not undo the others. A forecast replaces"
                            + " what you have said of the same product, grade and week before, so that a call can be repeated. Your"
                            + " orders for a week consume its forecast: producers are shown the larger of both.")
    public List<ItemAnswer<ForecastView>> changeForecasts(
            @NotNull @Size(min = 1, max = MAX_FORECASTS) List<ReadItem<NewForecast>> changes) {
        UUID partner = caller.partner();
        Cause cause = Cause.of(caller.actor());
        return decisions.decideAll(
                changes,
                (List<ReadItem<NewForecast>> items, int first) ->
                        change(partner, items, first, (goods, line) -> false, cause));
    }

    @POST
    @Path("/file")
    @Consumes(LineAnswers.CSV)
    @Produces(LineAnswers.NDJSON)
    @Operation(
            summary =
                    "Say how much you expect to order by a file (CSV) of any number of lines, each answered by itself",
            description =
                    "A product and week a line: product, grade, week, quantity and perhaps the unit, with semicolons, commas or"
                            + " tabs between them; three columns are product, week and quantity. A first line may name the"
                            + " columns product, grade, week, quantity and unit, in any order. Without a grade it is the best,"
                            + " without a unit that of the product. Of lines about the same product,"
                            + " grade and week the first is taken, and the others are refused. Decimals have a point or a comma. The file is UTF-8 or"
                            + " Windows-1252. Each line is answered by one of JSON (NDJSON) with its number in the file as"
                            + " position, while the rest is read; lines that are blank or name the columns have none. When the"
                            + " connection is lost, send the file again: what is said again is the same.")
    public StreamingOutput changeForecastsByFile(@NotNull InputStream file) {
        UUID partner = caller.partner();
        Cause cause = Cause.of(caller.actor());
        Map<GoodsOfWeek, Integer> firstLines = new HashMap<>();
        Map<String, String> units = QuarkusTransaction.requiringNew().call(products::units);
        return lines.answerFile(
                file,
                new ForecastFile<>(units, lines.json(NewForecast.class)),
                (List<ReadItem<NewForecast>> items, int first) ->
                        change(partner, items, first, repeatedInFile(firstLines, items, first), cause));
    }

    @GET
    @Transactional
    @Operation(
            summary = "List what you expect to order, by week, product and grade",
            description = "From the present week on, or from another one.")
    public Page<ForecastView> list(@QueryParam("from") @Nullable Period from, @BeanParam @Valid PageQuery query) {
        UUID partner = caller.partner();
        int days = bylaw.inForceAt(clock.now());
        Period begin = from == null ? clock.thisWeek() : from;
        return query.byText(
                        (after, maxRows) -> forecasts.page(partner, begin, behind(after, begin), maxRows),
                        ForecastResource::cursor)
                .map(forecast -> ForecastView.of(partner, forecast, days));
    }

    /**
     * Of lines of a file about the same product, grade and week the first is taken, also where they are decided once more.
     *
     * @param firstLines of the file so far, by what they are about
     */
    private static ChangeForecasts.Repeated repeatedInFile(
            Map<GoodsOfWeek, Integer> firstLines, List<ReadItem<NewForecast>> items, int first) {
        List<Integer> positions = IntStream.range(0, items.size())
                .filter(item -> items.get(item).orNull() != null)
                .mapToObj(item -> first + item)
                .toList();
        return (goods, line) -> {
            Integer position = positions.get(line);
            Integer before = firstLines.putIfAbsent(goods, position);
            return before != null && !before.equals(position);
        };
    }

    private List<ItemAnswer<ForecastView>> change(
            UUID partner,
            List<ReadItem<NewForecast>> items,
            int first,
            ChangeForecasts.Repeated repeated,
            Cause cause) {
        int days = bylaw.inForceAt(clock.now());
        List<ChangeForecasts.Line> lines = items.stream()
                .map(ReadItem::orNull)
                .filter(Objects::nonNull)
                .map(NewForecast::line)
                .toList();
        Iterator<ChangeForecasts.Outcome> outcomes =
                changeForecasts.change(partner, lines, repeated, cause).iterator();
        List<ItemAnswer<ForecastView>> answers = new ArrayList<>();
        for (ReadItem<NewForecast> item : items) {
            int position = first + answers.size();
            answers.add(
                    switch (item) {
                        case ReadItem.Valid<NewForecast> read -> answer(partner, position, outcomes.next(), days);
                        case ReadItem.Invalid<NewForecast> unread -> ItemAnswer.refused(position, unread.problem());
                    });
        }
        return answers;
    }

    private static ItemAnswer<ForecastView> answer(
            UUID partner, int position, ChangeForecasts.Outcome outcome, int days) {
        return switch (outcome) {
            case ChangeForecasts.Taken taken ->
                ItemAnswer.taken(position, OK, ForecastView.of(partner, taken.forecast(), days));
            case ChangeForecasts.Refused refused ->
                ItemAnswer.refused(position, Problem.of(refused.reason()).document());
        };
    }

    private static String cursor(Forecast forecast) {
        return String.join(SEPARATOR, forecast.period().toString(), forecast.grade(), forecast.product());
    }

    private static GoodsOfWeek behind(String cursor, Period begin) {
        if (cursor.isEmpty()) {
            return new GoodsOfWeek("", "", begin);
        }
        String[] parts = cursor.split(SEPARATOR, PARTS);
        if (parts.length != PARTS) {
            throw PageQuery.malformed();
        }
        try {
            return new GoodsOfWeek(parts[2], parts[1], Period.parse(parts[0]));
        } catch (IllegalArgumentException e) {
            throw PageQuery.malformed();
        }
    }
}
