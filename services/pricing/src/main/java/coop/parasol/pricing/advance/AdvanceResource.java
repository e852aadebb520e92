package coop.parasol.pricing.advance;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.advance.Advances.AdvanceView;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: advances, what has become of them, and how much of the firm's limit they use. */
@Path("/")
@Tag(name = "Advances")
public class AdvanceResource {

    private static final String[] DESKS = {"pricing-desk", "treasurer"};

    private final Advances advances;
    private final DeductAdvances deductAdvances;
    private final AdvanceLedger ledger;
    private final PoolBylaws bylaws;
    private final FirmCurrency currency;
    private final Caller caller;

    AdvanceResource(
            Advances advances,
            DeductAdvances deductAdvances,
            AdvanceLedger ledger,
            PoolBylaws bylaws,
            FirmCurrency currency,
            Caller caller) {
        this.advances = advances;
        this.deductAdvances = deductAdvances;
        this.ledger = ledger;
        this.bylaws = bylaws;
        this.currency = currency;
        this.caller = caller;
    }

    /**
     * What a producer has got in advance: {@code granted = recovered + declaredDue + outstanding}.
     *
     * @param recovered what settlements have deducted
     * @param declaredDue what no settlement deducts any more since goods will not be settled: not paid out, or owed in the books
     * @param outstanding what later settlements deduct
     * @param dueNext of that, what the next settlement deducts that pays it anything, as far as it pays enough, beside the advances on
     *     the goods that it pays
     */
    public record AdvancePosition(
            UUID memberId, Money granted, Money recovered, Money declaredDue, Money outstanding, Money dueNext) {}

    /**
     * How much of the firm's limit all advances together use.
     *
     * @param maximumRate that any rate may have by the bylaws, in basis points
     * @param limit by the bylaws; nothing where they allow no advances
     * @param outstanding of all producers
     * @param room what may be advanced at once
     * @param used what is outstanding of the limit, in basis points
     */
    public record AdvanceLimit(int maximumRate, Money limit, Money outstanding, Money room, long used) {}

    @GET
    @Path("/advances")
    @RolesAllowed({"pricing-desk", "treasurer", "producer"})
    @Transactional
    @Operation(
            summary =
                    "List what was decided about advances on certified batches, newest first; a producer sees its own")
    public Page<AdvanceView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.hasAny(DESKS) ? null : caller.member();
        return query.newestFirst(
                (before, maxRows) -> advances.newestFirst(memberId, before, maxRows), AdvanceView::advanceId);
    }

    @GET
    @Path("/advance-positions/{memberId}")
    @RolesAllowed({"pricing-desk", "treasurer", "producer"})
    @Transactional
    @Operation(
            summary =
                    "Show what a producer has got in advance, and what of it settlements are still to deduct; a producer sees its own")
    public AdvancePosition position(@PathParam("memberId") UUID memberId) {
        caller.requireMemberOr(memberId, DESKS);
        Advances.Sums sums = advances.sums(memberId);
        return new AdvancePosition(
                memberId,
                sums.granted(),
                sums.recovered(),
                sums.declaredDue(),
                sums.granted().minus(sums.recovered()).minus(sums.declaredDue()),
                deductAdvances.dueOf(memberId, currency.money(0)));
    }

    @GET
    @Path("/advance-limit")
    @RolesAllowed({"pricing-desk", "treasurer"})
    @Transactional
    @Operation(summary = "Show how much of the firm's limit all advances together use")
    public AdvanceLimit limit() {
        Money limit = bylaws.advanceLimit();
        Money outstanding = ledger.outstanding();
        Money room = limit.minus(outstanding);
        return new AdvanceLimit(
                bylaws.maximumAdvanceRate(),
                limit,
                outstanding,
                room.isNegative() ? currency.money(0) : room,
                SimulateAdvances.share(outstanding, limit));
    }
}
