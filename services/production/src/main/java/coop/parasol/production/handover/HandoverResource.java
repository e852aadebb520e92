package coop.parasol.production.handover;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.production.commitment.Commitment;
import coop.parasol.production.member.MemberNames;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: handing over, inside the freeze, what counts of a commitment to another member that accepts it. */
@Path("/handovers")
@Tag(name = "Sharing")
@RolesAllowed("producer")
public class HandoverResource {

    private final HandOverCommitment handovers;
    private final MemberNames names;
    private final Caller caller;

    HandoverResource(HandOverCommitment handovers, MemberNames names, Caller caller) {
        this.handovers = handovers;
        this.names = names;
        this.caller = caller;
    }

    /**
     * A part of a commitment to be handed over.
     *
     * @param commitmentId the caller's own, open and for a frozen week that is not over
     * @param memberId who is to accept it
     */
    public record NewHandover(
            @NotNull UUID commitmentId,
            @NotNull UUID memberId,
            @NotNull Quantity quantity) {}

    /** @param route the process by which the caller makes it, in its own words */
    public record Acceptance(@NotBlank @Size(max = 200) String route) {}

    /** Whether a producer hands over or receives. */
    public enum Direction {
        GIVEN,
        RECEIVED
    }

    /**
     * A handover, as one of its two members sees it.
     *
     * @param memberId who sees it
     * @param otherMemberId the other of the two
     * @param otherName of it; absent once it was erased
     * @param commitmentId of {@code memberId} that it is handed over of, or is in once it is accepted
     */
    public record HandoverView(
            UUID handoverId,
            UUID memberId,
            Direction direction,
            UUID otherMemberId,
            @Nullable String otherName,
            @Nullable UUID commitmentId,
            String product,
            String grade,
            Period period,
            Quantity quantity,
            Handover.State state,
            Instant proposedAt,
            @Nullable Instant decidedAt) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(
            operationId = "proposeHandover",
            summary = "Propose to hand over what counts of your commitment for a frozen week to a member that you name")
    public Response propose(@Valid @NotNull NewHandover handover) {
        UUID memberId = Commitment.ownerOf(handover.commitmentId())
                .orElseThrow(() -> Problem.notFound("commitment", handover.commitmentId()));
        caller.requireMember(memberId);
        HandoverView view =
                view(handovers.propose(memberId, handover.commitmentId(), handover.memberId(), handover.quantity()));
        return Response.created(URI.create("/handovers")).entity(view).build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listHandovers",
            summary = "List what you hand over to others and others to you, the newest first")
    public Page<HandoverView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.member();
        Page<Handover> page = query.newestFirst(
                (before, maxRows) -> Handover.newest(memberId, before, maxRows), handover -> handover.id);
        Map<UUID, String> byId = names.of(
                page.items().stream().map(handover -> other(handover, memberId)).toList());
        return page.map(handover -> view(handover, memberId, byId));
    }

    @POST
    @Path("/{handoverId}/acceptance")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "acceptHandover",
            summary =
                    "Accept what another member hands over to you, within your own capacity: you commit it, and it counts")
    public HandoverView accept(@PathParam("handoverId") UUID handoverId, @Valid @NotNull Acceptance acceptance) {
        Handover.Parties parties = parties(handoverId);
        caller.requireMember(parties.to());
        return view(handovers.accept(parties, handoverId, acceptance.route().strip(), Cause.of(caller.actor())));
    }

    @DELETE
    @Path("/{handoverId}")
    @Transactional
    @Operation(
            operationId = "endHandover",
            summary = "Withdraw what you want to hand over, or decline what another hands over to you")
    public HandoverView end(@PathParam("handoverId") UUID handoverId) {
        Handover.Parties parties = parties(handoverId);
        if (!caller.member().equals(parties.from())) {
            caller.requireMember(parties.to());
        }
        return view(handovers.end(parties, handoverId, caller.member()));
    }

    private static Handover.Parties parties(UUID handoverId) {
        return Handover.partiesOf(handoverId).orElseThrow(() -> Problem.notFound("handover", handoverId));
    }

    private HandoverView view(HandOverCommitment.Outcome outcome) {
        return switch (outcome) {
            case HandOverCommitment.Done done -> {
                UUID memberId = caller.member();
                yield view(done.handover(), memberId, names.of(List.of(other(done.handover(), memberId))));
            }
            case HandOverCommitment.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private static UUID other(Handover handover, UUID memberId) {
        return memberId.equals(handover.fromMemberId) ? handover.toMemberId : handover.fromMemberId;
    }

    private static HandoverView view(Handover handover, UUID memberId, Map<UUID, String> names) {
        boolean given = memberId.equals(handover.fromMemberId);
        UUID other = other(handover, memberId);
        return new HandoverView(
                handover.id,
                memberId,
                given ? Direction.GIVEN : Direction.RECEIVED,
                other,
                names.get(other),
                given ? handover.commitmentId : handover.toCommitmentId,
                handover.product,
                handover.grade,
                handover.week(),
                new Quantity(handover.quantity, handover.unit),
                handover.state,
                handover.proposedAt,
                handover.decidedAt);
    }
}
