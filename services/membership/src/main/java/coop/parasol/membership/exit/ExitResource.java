package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.Member;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Leaving at the border: only the member itself asks, and nobody is asked. */
@Path("/exits")
@Tag(name = "Exits")
public class ExitResource {

    private static final String[] DESKS = {"registrar", "treasurer"};
    private static final UUID FIRST = new UUID(0, 0);

    private final RequestExit requestExit;
    private final PreviewExit previewExit;
    private final Steps steps;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Caller caller;

    ExitResource(
            RequestExit requestExit,
            PreviewExit previewExit,
            Steps steps,
            FirmClock clock,
            FirmCurrency currency,
            Caller caller) {
        this.requestExit = requestExit;
        this.previewExit = previewExit;
        this.steps = steps;
        this.clock = clock;
        this.currency = currency;
        this.caller = caller;
    }

    /** @param reason for the record; none is needed */
    public record Wish(@Nullable @Size(max = 2000) String reason) {}

    @POST
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(summary = "Leave the firm; asking twice is one exit")
    public Response ask(@Valid @NotNull Wish wish) {
        UUID memberId = caller.member();
        Member member = Member.lock(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        return switch (requestExit.ask(member, wish.reason(), Cause.of(caller.actor()))) {
            case RequestExit.Asked asked ->
                Response.created(URI.create("/exits/" + asked.exit().id))
                        .entity(ExitView.of(asked.exit(), currency))
                        .build();
            case RequestExit.AskedBefore before ->
                Response.ok(ExitView.of(before.exit(), currency)).build();
            case RequestExit.NotAMember not ->
                throw Problem.refused("not-active", "The membership is " + not.state() + ".");
        };
    }

    @DELETE
    @Path("/{exitId}")
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Stay after all; possible until the share is valued")
    public ExitView withdraw(@PathParam("exitId") UUID exitId) {
        ExitCase exit = ExitCase.lock(exitId).orElseThrow(() -> unknown(exitId));
        caller.requireMember(exit.memberId);
        if (exit.state != ExitState.WITHDRAWN) {
            if (!exit.kind.isVoluntary()) {
                throw Problem.refused("not-voluntary", "This exit was not asked for: " + exit.kind + ".");
            }
            if (!exit.state.canBeWithdrawn()) {
                throw Problem.refused("already-valued", "The share is valued and cancelled; apply again to come back.");
            }
            Member member = Member.lock(exit.memberId).orElseThrow();
            requestExit.withdraw(exit, member, Cause.of(caller.actor()));
        }
        return ExitView.of(exit, currency);
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "Exits in the order they were asked for; a producer sees its own")
    public Page<ExitView> list(@BeanParam @Valid PageQuery query) {
        UUID after = query.afterId().orElse(FIRST);
        List<ExitCase> fetched = caller.hasAny(DESKS)
                ? ExitCase.<ExitCase>find("id > ?1 order by id", after)
                        .range(0, query.limit)
                        .list()
                : ExitCase.<ExitCase>find("memberId = ?1 and id > ?2 order by id", caller.member(), after)
                        .range(0, query.limit)
                        .list();
        return Page.of(fetched, query.limit, exit -> exit.id.toString()).map(exit -> ExitView.of(exit, currency));
    }

    @GET
    @Path("/{exitId}")
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "One exit; a producer sees its own")
    public ExitView get(@PathParam("exitId") UUID exitId) {
        ExitCase exit = ExitCase.<ExitCase>findByIdOptional(exitId).orElseThrow(() -> unknown(exitId));
        caller.requireMemberOr(exit.memberId, DESKS);
        return ExitView.of(exit, currency);
    }

    @GET
    @Path("/{exitId}/timeline")
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "Every step of an exit so far, and what is waited for; a producer sees its own")
    public ExitTimeline timeline(@PathParam("exitId") UUID exitId) {
        ExitCase exit = ExitCase.<ExitCase>findByIdOptional(exitId).orElseThrow(() -> unknown(exitId));
        caller.requireMemberOr(exit.memberId, DESKS);
        return ExitTimeline.of(exit, steps.of(exitId), clock, currency);
    }

    @GET
    @Path("/preview")
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "What a member would get, and when, if it asked to leave today; nothing is stored")
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
