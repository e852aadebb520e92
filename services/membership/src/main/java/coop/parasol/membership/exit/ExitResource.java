package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.Member;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Multiline;
import coop.parasol.web.OwnerOnly;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Leaving the firm over REST: the member itself asks, and nobody has to agree. */
@Path("/exits")
@Tag(name = "Exits")
public class ExitResource {

    private static final String[] DESKS = {"registrar", "treasurer"};

    private static final SortKeys<ExitCase> SORT = SortKeys.<ExitCase>oldestFirst("id", exit -> exit.id)
            .byTime("requestedAt")
            .byDay("noticeUntil", "noticeUntil", exit -> exit.noticeUntil);

    private final RequestExit requestExit;
    private final WithdrawExit withdrawExit;
    private final PreviewExit previewExit;
    private final ExitViews exitViews;
    private final Caller caller;

    ExitResource(
            RequestExit requestExit,
            WithdrawExit withdrawExit,
            PreviewExit previewExit,
            ExitViews exitViews,
            Caller caller) {
        this.requestExit = requestExit;
        this.withdrawExit = withdrawExit;
        this.previewExit = previewExit;
        this.exitViews = exitViews;
        this.caller = caller;
    }

    /**
     * A request to leave.
     *
     * @param reason for the record; none is needed
     * @param goods what becomes of unsold goods; those that are not named stay in the pools. Changed until the exit is binding
     */
    public record ExitRequest(
            @Nullable @Size(max = 2000) @Multiline String reason,
            @Nullable @Size(max = ExitGoods.MAX_LOTS) List<ExitGoodsResource.@NotNull @Valid Choice> goods) {

        List<ChosenGoods> chosen() {
            return goods == null
                    ? List.of()
                    : goods.stream().map(ExitGoodsResource.Choice::chosen).toList();
        }
    }

    @POST
    @OwnerOnly
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(summary = "Ask to leave the firm; asking twice is one exit")
    public Response request(@Valid @NotNull ExitRequest request) {
        UUID memberId = caller.member();
        return switch (requestExit.request(memberId, request.reason(), request.chosen(), Cause.of(caller.actor()))) {
            case RequestExit.Requested requested ->
                Response.created(URI.create("/exits/" + requested.exit().id))
                        .entity(exitViews.of(requested.exit()))
                        .build();
            case RequestExit.RequestedBefore before ->
                Response.ok(exitViews.of(before.exit())).build();
            case RequestExit.UnknownGoods wrong -> throw ExitGoodsResource.notYours(wrong.index());
            case RequestExit.UnknownMember unknown -> throw Problem.notFound("member", memberId);
            case RequestExit.NotActive not ->
                throw Problem.refused("not-active", "The membership is " + not.state() + ".");
        };
    }

    @DELETE
    @Path("/{exitId}")
    @OwnerOnly
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Withdraw the request to leave; possible until the notice is over")
    public ExitView withdraw(@PathParam("exitId") UUID exitId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        ExitCase exit = ExitCase.lock(exitId).orElseThrow(() -> unknown(exitId));
        caller.requireMember(exit.memberId);
        ETags.requireMatch(ifMatch, exit.version);
        return switch (withdrawExit.withdraw(exitId, Cause.of(caller.actor()))) {
            case WithdrawExit.Withdrawn withdrawn -> exitViews.of(withdrawn.exit());
            case WithdrawExit.NotVoluntary not ->
                throw Problem.refused("not-voluntary", "The member has not asked for this exit: " + not.kind() + ".");
            case WithdrawExit.AlreadyBinding binding ->
                throw Problem.refused(
                        "already-binding", "The notice is over and the exit is binding; apply again to come back.");
        };
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(
            summary = "List exits in the order of their requests or sorted by requestedAt or noticeUntil, of one state"
                    + " or all; a producer sees its own")
    public Page<ExitView> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @QueryParam("state") @Nullable ExitState state) {
        UUID memberId = caller.hasAny(DESKS) ? null : caller.member();
        return exitViews.of(SORT.page(query, sort, (place, maxRows) -> ExitCase.page(memberId, state, place, maxRows)));
    }

    @GET
    @Path("/{exitId}")
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "Show an exit; a producer sees its own")
    @APIResponseSchema(value = ExitView.class, responseCode = "200")
    public Response get(@PathParam("exitId") UUID exitId) {
        ExitCase exit = ExitCase.<ExitCase>findByIdOptional(exitId).orElseThrow(() -> unknown(exitId));
        caller.requireMemberOr(exit.memberId, DESKS);
        return Response.ok(exitViews.of(exit)).tag(ETags.of(exit.version)).build();
    }

    @GET
    @Path("/{exitId}/timeline")
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "getExitTimeline",
            summary = "Show the steps of an exit so far, page by page, and what it waits for; a producer sees its own")
    public ExitTimeline timeline(@PathParam("exitId") UUID exitId, @BeanParam @Valid PageQuery query) {
        ExitCase exit = ExitCase.<ExitCase>findByIdOptional(exitId).orElseThrow(() -> unknown(exitId));
        caller.requireMemberOr(exit.memberId, DESKS);
        return exitViews.timeline(exit, query);
    }

    @GET
    @Path("/preview")
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Show what a member would get, and when, if it asked to leave today; nothing is stored")
    public ExitPreview preview() {
        UUID memberId = caller.member();
        Member member =
                Member.<Member>findByIdOptional(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        if (member.shareIssuedAt == null || member.shareCancelledAt != null) {
            throw Problem.refused("no-share", "The membership is " + member.state + " and holds no share.");
        }
        return previewExit.of(memberId);
    }

    private static Problem unknown(UUID exitId) {
        return Problem.notFound("exit", exitId);
    }
}
