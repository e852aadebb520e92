package coop.parasol.membership.books.close;

import coop.parasol.membership.Firm;
import coop.parasol.membership.books.close.rules.PeriodRules;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.ledger.BooksAccess;
import coop.parasol.messaging.Ids;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Financial periods at the border: opened by the treasurer, and shown to every owner before anything is decided. */
@Path("/periods")
@Tag(name = "Periods")
public class PeriodResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final CloseCalculation figures;
    private final Balances balances;
    private final BooksAccess openBooks;
    private final Firm firm;

    PeriodResource(CloseCalculation figures, Balances balances, BooksAccess openBooks, Firm firm) {
        this.figures = figures;
        this.balances = balances;
        this.openBooks = openBooks;
        this.firm = firm;
    }

    /** @param firstDay absent for the day after the last period, or the first day of the books */
    public record NewPeriod(
            @Nullable LocalDate firstDay, @NotNull LocalDate lastDay) {}

    @POST
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(summary = "Open the next period; it follows on the last one without gap")
    public Response open(@Valid @NotNull NewPeriod wish) {
        firm.lock();
        Optional<FinancialPeriod> last = FinancialPeriod.last();
        if (last.isPresent() && last.get().state != FinancialPeriod.State.CLOSED) {
            throw Problem.refused("period-open", "The period up to " + last.get().lastDay + " is open.");
        }
        PeriodRules.Outcome outcome = PeriodRules.open(
                wish.firstDay(),
                wish.lastDay(),
                last.map(period -> period.lastDay).orElse(null),
                balances.began().orElse(null),
                firm.today());
        FinancialPeriod period = new FinancialPeriod();
        period.id = Ids.next();
        period.firstDay = allowed(outcome);
        period.lastDay = wish.lastDay();
        period.state = FinancialPeriod.State.OPEN;
        period.persistAndFlush();
        return Response.created(URI.create("/periods/" + period.id))
                .entity(PeriodView.of(period, firm))
                .build();
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "Periods, newest first")
    public Page<PeriodView> list(@BeanParam @Valid PageQuery query) {
        openBooks.requireReader();
        List<FinancialPeriod> fetched = FinancialPeriod.<FinancialPeriod>find(
                        "id < ?1 order by id desc", query.afterId().orElse(LAST))
                .range(0, query.limit)
                .list();
        return Page.of(fetched, query.limit, period -> period.id.toString()).map(period -> PeriodView.of(period, firm));
    }

    @GET
    @Path("/{periodId}")
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "One period")
    public PeriodView get(@PathParam("periodId") UUID periodId) {
        openBooks.requireReader();
        return PeriodView.of(find(periodId), firm);
    }

    @GET
    @Path("/{periodId}/close-preview")
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(
            summary =
                    "What a close would bring now, for whom; nothing is decided by it, and a member sees its own part")
    public ClosePreview preview(
            @PathParam("periodId") UUID periodId,
            @QueryParam("limitedReturn") @Min(0) @Max(10_000) @Nullable Integer limitedReturn) {
        firm.readOneMoment();
        Optional<UUID> reader = openBooks.requireReader();
        FinancialPeriod period = find(periodId);
        if (period.state == FinancialPeriod.State.CLOSED) {
            throw Problem.refused("closed", "The period is closed; see its allotments.");
        }
        Integer wished = limitedReturn == null ? period.limitedReturn : limitedReturn;
        // a preview may come before the period is over
        allowed(PeriodRules.close(period.firstDay, period.lastDay, wished, figures.returnLeft(period), LocalDate.MAX));
        int decided = wished == null ? 0 : wished;
        return ClosePreview.of(
                period,
                decided,
                figures.of(period, decided),
                member -> reader.map(member::equals).orElse(true),
                firm);
    }

    static LocalDate allowed(PeriodRules.Outcome outcome) {
        return switch (outcome) {
            case PeriodRules.Allowed allowed -> allowed.firstDay();
            case PeriodRules.Refused refused ->
                throw refused.field() == null
                        ? Problem.refused(refused.code(), refused.detail())
                        : Problem.invalid(refused.field(), refused.code(), refused.detail());
        };
    }

    static FinancialPeriod find(UUID periodId) {
        return FinancialPeriod.<FinancialPeriod>findByIdOptional(periodId)
                .orElseThrow(() -> Problem.notFound("period", periodId));
    }
}
