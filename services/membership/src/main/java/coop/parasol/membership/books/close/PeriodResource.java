package coop.parasol.membership.books.close;

import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.close.rules.PeriodRules;
import coop.parasol.membership.books.ledger.RepeatableRead;
import coop.parasol.membership.books.period.FinancialPeriod;
import coop.parasol.membership.books.reports.BooksAccess;
import coop.parasol.membership.books.reports.OpenBooksResource;
import coop.parasol.membership.member.ShareHolders;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Financial periods over REST: opened by the treasurer, and shown to every owner before anything is decided. */
@Path("/periods")
@Tag(name = "Periods")
public class PeriodResource {

    private final CloseCalculation calculation;
    private final OpenPeriod openPeriod;
    private final BooksAccess booksAccess;
    private final RepeatableRead repeatableRead;
    private final ShareHolders members;
    private final FirmCurrency currency;

    PeriodResource(
            CloseCalculation calculation,
            OpenPeriod openPeriod,
            BooksAccess booksAccess,
            RepeatableRead repeatableRead,
            ShareHolders members,
            FirmCurrency currency) {
        this.calculation = calculation;
        this.openPeriod = openPeriod;
        this.booksAccess = booksAccess;
        this.repeatableRead = repeatableRead;
        this.members = members;
        this.currency = currency;
    }

    /**
     * The next period.
     *
     * @param firstDay absent for the day after the last period, or the first day of the books
     */
    public record NewPeriod(
            @Nullable LocalDate firstDay, @NotNull LocalDate lastDay) {}

    @POST
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(summary = "Open the next financial period; it follows on the last one without gap")
    public Response open(@Valid @NotNull NewPeriod requested) {
        return switch (openPeriod.open(requested.firstDay(), requested.lastDay())) {
            case OpenPeriod.Opened(FinancialPeriod period) ->
                Response.created(URI.create("/periods/" + period.id))
                        .entity(PeriodView.of(period, currency))
                        .build();
            case OpenPeriod.EarlierPeriodOpen earlier ->
                throw Problem.refused("period-open", "The period up to " + earlier.lastDay() + " is open.");
            case OpenPeriod.Refused refused -> throw problem(refused.reason());
        };
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "List the financial periods, newest first")
    public Page<PeriodView> list(@BeanParam @Valid PageQuery query) {
        OpenBooksResource.requireReader(booksAccess.toBooks());
        return query.newestFirst(
                        (before, maxRows) -> FinancialPeriod.<FinancialPeriod>find("id < ?1 order by id desc", before)
                                .range(0, maxRows - 1)
                                .list(),
                        period -> period.id)
                .map(period -> PeriodView.of(period, currency));
    }

    @GET
    @Path("/{periodId}")
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "Show a financial period and the state of its close")
    @APIResponseSchema(value = PeriodView.class, responseCode = "200")
    public Response get(@PathParam("periodId") UUID periodId) {
        OpenBooksResource.requireReader(booksAccess.toBooks());
        FinancialPeriod period = find(periodId);
        return Response.ok(PeriodView.of(period, currency))
                .tag(ETags.of(period.version))
                .build();
    }

    @GET
    @Path("/{periodId}/close-preview")
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "previewClose",
            summary =
                    "Preview what a close would bring now, for whom; nothing is decided by it, and a member sees its own part")
    public ClosePreview preview(
            @PathParam("periodId") UUID periodId,
            @QueryParam("limitedReturnRate") @Min(0) @Max(10_000) @Nullable Integer limitedReturnRate) {
        repeatableRead.begin();
        Optional<UUID> reader = OpenBooksResource.requireReader(booksAccess.toBooks());
        FinancialPeriod period = find(periodId);
        if (period.state == FinancialPeriod.State.CLOSED) {
            throw Problem.refused("closed", "The period is closed; see its allotments.");
        }
        Integer requested = limitedReturnRate == null ? period.limitedReturnRate : limitedReturnRate;
        // a preview may come before the period is over
        allowed(PeriodRules.close(
                period.firstDay, period.lastDay, requested, calculation.maxLimitedReturn(period), LocalDate.MAX));
        int decided = requested == null ? 0 : requested;
        return ClosePreview.of(
                period,
                decided,
                calculation.of(period, decided),
                member -> reader.map(member::equals).orElse(true),
                members,
                currency);
    }

    static LocalDate allowed(PeriodRules.Outcome outcome) {
        return switch (outcome) {
            case PeriodRules.Allowed allowed -> allowed.firstDay();
            case PeriodRules.Refused refused -> throw problem(refused);
        };
    }

    static Problem problem(PeriodRules.Refused refused) {
        return refused.field() == null
                ? Problem.refused(refused.code(), refused.detail())
                : Problem.invalid(refused.field(), refused.code(), refused.detail());
    }

    static FinancialPeriod find(UUID periodId) {
        return FinancialPeriod.<FinancialPeriod>findByIdOptional(periodId)
                .orElseThrow(() -> Problem.notFound("period", periodId));
    }
}
