package coop.parasol.membership.books.close;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.period.FinancialPeriod;
import coop.parasol.membership.governance.Proposal;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Closing a financial period over REST: proposed by one treasurer, approved by another or by the members' vote; and revolving. */
@Path("/periods/{periodId}")
@Tag(name = "Periods")
@RolesAllowed("treasurer")
public class ClosingResource {

    /** A close of a very large firm on a busy machine must not be given up half-way. */
    private static final int TIMEOUT_SECONDS = 600;

    private final ProposeClose proposeClose;
    private final ClosePeriod closePeriod;
    private final RevolvePeriod revolvePeriod;
    private final ShareCount shareCount;
    private final FirmCurrency currency;
    private final Caller caller;

    ClosingResource(
            ProposeClose proposeClose,
            ClosePeriod closePeriod,
            RevolvePeriod revolvePeriod,
            ShareCount shareCount,
            FirmCurrency currency,
            Caller caller) {
        this.proposeClose = proposeClose;
        this.closePeriod = closePeriod;
        this.revolvePeriod = revolvePeriod;
        this.shareCount = shareCount;
        this.currency = currency;
        this.caller = caller;
    }

    /**
     * The close as it is proposed.
     *
     * @param limitedReturnRate basis points of the value of a share, within the bylaws' cap of a year; absent for none
     */
    public record ProposedClose(
            @Nullable @Min(0) @Max(10_000) Integer limitedReturnRate) {}

    /** @param members how many are owed something by it */
    public record Revolved(UUID periodId, int members) {}

    @POST
    @Path("/closing")
    @Idempotent
    @Transactional
    @Operation(summary = "Propose to close the period as the preview shows it; an earlier proposal is replaced")
    public Response propose(
            @PathParam("periodId") UUID periodId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ProposedClose proposed) {
        shareCount.lock();
        FinancialPeriod period = lock(periodId);
        ETags.requireMatch(ifMatch, period.version);
        return answer(proposeClose.propose(period, proposed.limitedReturnRate(), caller.actor()));
    }

    @DELETE
    @Path("/closing")
    @Transactional
    @Operation(summary = "Withdraw the proposed close; the period stays open")
    public Response withdraw(@PathParam("periodId") UUID periodId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        FinancialPeriod period = lock(periodId);
        ETags.requireMatch(ifMatch, period.version);
        return answer(proposeClose.withdraw(period));
    }

    private Response answer(ProposeClose.Outcome outcome) {
        return switch (outcome) {
            case ProposeClose.Proposed proposed -> answer(proposed.period());
            case ProposeClose.Withdrawn withdrawn -> answer(withdrawn.period());
            case ProposeClose.AlreadyClosed closed -> throw closed();
            case ProposeClose.VotePending pending -> throw votePending();
            case ProposeClose.Refused refused -> throw PeriodResource.problem(refused.reason());
            case ProposeClose.PoolsIncomplete incomplete ->
                throw Problem.refused(
                        "pools-incomplete",
                        "Of the period's pools, " + incomplete.pools()
                                + " are booked in part. Propose it again in a moment; if this stays so, see the dead letters.");
        };
    }

    @POST
    @Path("/closing/approval")
    @Idempotent
    @Transactional
    @TransactionConfiguration(timeout = TIMEOUT_SECONDS)
    @Operation(summary = "Close the period, as a second person; it is never opened again")
    public Response approve(@PathParam("periodId") UUID periodId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        shareCount.lock();
        FinancialPeriod period = lock(periodId);
        ETags.requireMatch(ifMatch, period.version);
        requireNotClosed(period);
        requireNoVote(period);
        if (period.proposedBy != null) {
            caller.requireSecondPerson(period.proposedBy);
        }
        return switch (closePeriod.close(periodId, caller.actor(), Cause.of(caller.actor()))) {
            case ClosePeriod.Closed closed -> answer(period);
            case ClosePeriod.NotProposed not ->
                throw Problem.refused("not-proposed", "Nobody has proposed to close it.");
            case ClosePeriod.OverTheCap over ->
                throw Problem.refused(
                        "limited-return-above-cap",
                        "The limited return is over the bylaws' yearly cap, which leaves "
                                + BigDecimal.valueOf(over.maxLimitedReturn(), 2).toPlainString()
                                + " % for this period now; propose the close again.");
            case ClosePeriod.BylawsChanged changed ->
                throw Problem.refused(
                        "bylaws-changed",
                        "Bylaws " + changed.version() + " divide the surplus otherwise; propose the close again.");
            case ClosePeriod.FiguresChanged changed ->
                throw Problem.refused(
                        "figures-changed",
                        "The surplus is " + currency.money(changed.surplus()) + " and the volume "
                                + currency.money(changed.volume()) + " now; propose the close again.");
        };
    }

    @POST
    @Path("/revolving")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "revolveCapital",
            summary =
                    "Make the patronage capital of a period payable, when the bylaws' years have passed, oldest first")
    public Response revolve(@PathParam("periodId") UUID periodId) {
        return switch (revolvePeriod.revolve(periodId, Cause.of(caller.actor()))) {
            case RevolvePeriod.Revolved revolved ->
                Response.ok(new Revolved(periodId, revolved.members())).build();
            case RevolvePeriod.UnknownPeriod unknown -> throw Problem.notFound("period", periodId);
            case RevolvePeriod.NotClosed not -> throw Problem.refused("not-closed", "The period is not closed.");
            case RevolvePeriod.AlreadyRevolved already ->
                throw Problem.refused("already-revolved", "The capital of this period is revolved.");
            case RevolvePeriod.Refused refused -> throw PeriodResource.problem(refused.reason());
        };
    }

    private Response answer(FinancialPeriod period) {
        return Response.ok(PeriodView.of(period, currency))
                .tag(ETags.of(period.version))
                .build();
    }

    private static FinancialPeriod lock(UUID periodId) {
        return FinancialPeriod.lock(periodId).orElseThrow(() -> Problem.notFound("period", periodId));
    }

    /** What the members are asked about stays as it was shown to them, and they decide on it. */
    private static void requireNoVote(FinancialPeriod period) {
        if (Proposal.isPending(ProposalKind.SURPLUS, period.id)) {
            throw votePending();
        }
    }

    private static void requireNotClosed(FinancialPeriod period) {
        if (period.state == FinancialPeriod.State.CLOSED) {
            throw closed();
        }
    }

    private static Problem closed() {
        return Problem.refused("closed", "A closed period is not opened again.");
    }

    private static Problem votePending() {
        return Problem.refused("vote-pending", "The members are asked about this close.");
    }
}
