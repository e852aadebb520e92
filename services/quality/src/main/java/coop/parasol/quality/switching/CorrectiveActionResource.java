package coop.parasol.quality.switching;

import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Multiline;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of corrective actions: a producer announces one, the quality desk accepts or refuses it. */
@Path("/corrective-actions")
@Tag(name = "Corrective actions")
public class CorrectiveActionResource {

    private final AnnounceCorrectiveAction announceCorrectiveAction;
    private final DecideCorrectiveAction decideCorrectiveAction;
    private final Caller caller;

    CorrectiveActionResource(
            AnnounceCorrectiveAction announceCorrectiveAction,
            DecideCorrectiveAction decideCorrectiveAction,
            Caller caller) {
        this.announceCorrectiveAction = announceCorrectiveAction;
        this.decideCorrectiveAction = decideCorrectiveAction;
        this.caller = caller;
    }

    /**
     * What a producer has changed.
     *
     * @param memberId the caller's own member id, or absent
     * @param cause why its lots were rejected
     * @param action what was changed about it
     */
    public record Announcement(
            @Nullable UUID memberId,
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 4000) @Multiline String cause,
            @NotBlank @Size(max = 4000) @Multiline String action) {}

    /** Why the quality desk does not accept a corrective action. */
    public record RefusalRequest(
            @NotBlank @Size(max = 2000) @Multiline String reason) {}

    /** A corrective action and the decision about it. */
    public record View(
            UUID correctiveActionId,
            UUID memberId,
            String product,
            String cause,
            String action,
            CorrectiveAction.State state,
            String announcedBy,
            Instant announcedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static View of(CorrectiveAction action) {
            return new View(
                    action.id,
                    action.memberId,
                    action.product,
                    action.cause,
                    action.action,
                    action.state,
                    action.announcedBy,
                    action.announcedAt,
                    action.decidedBy,
                    action.decidedAt,
                    action.reason);
        }
    }

    @POST
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(
            summary = "Announce what was changed after the inspection of a product was discontinued, so that it may be"
                    + " resumed")
    public Response announce(@Valid @NotNull Announcement announcement) {
        UUID member = caller.member();
        if (announcement.memberId() != null) {
            caller.requireMember(announcement.memberId());
        }
        return switch (announceCorrectiveAction.announce(
                member,
                announcement.product(),
                announcement.cause().strip(),
                announcement.action().strip(),
                caller.actor())) {
            case AnnounceCorrectiveAction.Announced(CorrectiveAction action) ->
                Response.created(URI.create("/corrective-actions/" + action.id))
                        .entity(View.of(action))
                        .build();
            case AnnounceCorrectiveAction.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @GET
    @RolesAllowed({"quality-desk", "producer"})
    @Transactional
    @Operation(summary = "Corrective actions, the newest first; a producer sees its own")
    public Page<View> list(
            @QueryParam("state") CorrectiveAction.@Nullable State state, @BeanParam @Valid PageQuery query) {
        UUID member = caller.has("quality-desk") ? null : caller.member();
        return query.newestFirst(
                        (UUID before, int maxRows) -> CorrectiveAction.newest(before, maxRows, member, state),
                        action -> action.id)
                .map(View::of);
    }

    @POST
    @Path("/{correctiveActionId}/acceptance")
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Accept a corrective action: the producer's product is inspected again, tightened")
    public Response accept(@PathParam("correctiveActionId") UUID correctiveActionId) {
        return answer(decideCorrectiveAction.accept(correctiveActionId, Cause.of(caller.actor())));
    }

    @POST
    @Path("/{correctiveActionId}/refusal")
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Refuse a corrective action that is not enough; the producer may announce another")
    public Response refuse(
            @PathParam("correctiveActionId") UUID correctiveActionId, @Valid @NotNull RefusalRequest refusal) {
        return answer(decideCorrectiveAction.refuse(
                correctiveActionId, refusal.reason().strip(), Cause.of(caller.actor())));
    }

    private static Response answer(DecideCorrectiveAction.Outcome outcome) {
        return switch (outcome) {
            case DecideCorrectiveAction.Decided(CorrectiveAction action) ->
                Response.ok(View.of(action)).build();
            case DecideCorrectiveAction.Rejected rejected -> throw Problem.of(rejected.reason());
        };
    }
}
