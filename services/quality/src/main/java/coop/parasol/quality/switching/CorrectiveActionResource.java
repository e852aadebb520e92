package coop.parasol.quality.switching;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.directory.ProducerNames;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of corrective actions: a producer announces one, by itself or as the quality desk has asked; the desk decides, and looks whether it has worked. */
@Path("/corrective-actions")
@Tag(name = "Corrective actions")
public class CorrectiveActionResource {

    private final AnnounceCorrectiveAction announceCorrectiveAction;
    private final DecideCorrectiveAction decideCorrectiveAction;
    private final FollowUpCorrectiveAction followUp;
    private final ProducerNames producerNames;
    private final Caller caller;
    private final FirmClock clock;

    CorrectiveActionResource(
            AnnounceCorrectiveAction announceCorrectiveAction,
            DecideCorrectiveAction decideCorrectiveAction,
            FollowUpCorrectiveAction followUp,
            ProducerNames producerNames,
            Caller caller,
            FirmClock clock) {
        this.announceCorrectiveAction = announceCorrectiveAction;
        this.decideCorrectiveAction = decideCorrectiveAction;
        this.followUp = followUp;
        this.producerNames = producerNames;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What a producer has changed.
     *
     * @param memberId the caller's own member id, or absent
     * @param cause why its lots were rejected
     * @param action what is changed about it
     * @param owner the person of the producer who sees to it
     * @param dueOn the day of the firm by which it is done and proven
     */
    public record Announcement(
            @Nullable UUID memberId,
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 4000) @Multiline String cause,
            @NotBlank @Size(max = 4000) @Multiline String action,
            @NotBlank @Size(max = 200) String owner,
            @NotNull LocalDate dueOn) {}

    /** What a producer changes, as the quality desk has asked. */
    public record Answer(
            @NotBlank @Size(max = 4000) @Multiline String cause,
            @NotBlank @Size(max = 4000) @Multiline String action,
            @NotBlank @Size(max = 200) String owner,
            @NotNull LocalDate dueOn) {}

    /**
     * What the quality desk asks of a producer.
     *
     * @param request what is to be mended, and why
     * @param dueOn a day of the firm
     * @param complaintId the complaint that it follows from
     */
    public record CorrectionRequest(
            @NotNull UUID memberId,
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 4000) @Multiline String request,
            @NotNull LocalDate dueOn,
            @Nullable UUID complaintId) {}

    /** How the producer shows that it is done and works. */
    public record Proof(
            @NotBlank @Size(max = 4000) @Multiline String proof) {}

    /** Whether it has worked, and how the quality desk has seen it. */
    public record Verification(
            @NotNull Boolean effective,
            @NotBlank @Size(max = 4000) @Multiline String finding) {}

    /** Why the quality desk does not accept a corrective action. */
    public record RefusalRequest(
            @NotBlank @Size(max = 2000) @Multiline String reason) {}

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
                announcement(
                        announcement.cause(), announcement.action(), announcement.owner(), announcement.dueOn()))) {
            case AnnounceCorrectiveAction.Announced(CorrectiveAction action) ->
                Response.created(URI.create("/corrective-actions/" + action.id))
                        .entity(view(action))
                        .build();
            case AnnounceCorrectiveAction.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @GET
    @RolesAllowed({"quality-desk", "producer"})
    @Transactional
    @Operation(summary = "List corrective actions, the newest first; a producer sees its own")
    public Page<CorrectiveActionView> list(
            @QueryParam("state") CorrectiveAction.@Nullable State state,
            @QueryParam("overdue") boolean overdue,
            @BeanParam @Valid PageQuery query) {
        CorrectiveAction.Filter filter = new CorrectiveAction.Filter(
                caller.has("quality-desk") ? null : caller.member(), state, overdue ? clock.today() : null);
        Page<CorrectiveAction> page = query.newestFirst(
                (UUID before, int maxRows) -> CorrectiveAction.newest(before, maxRows, filter), action -> action.id);
        Map<UUID, String> names = producerNames.of(
                page.items().stream().map(action -> action.memberId).toList());
        return page.map(action -> CorrectiveActionView.of(action, names.get(action.memberId), clock.today()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"quality-desk", "producer"})
    @Transactional
    @Operation(summary = "Show a corrective action; a producer sees its own")
    public CorrectiveActionView get(@PathParam("id") UUID id) {
        CorrectiveAction action = CorrectiveAction.<CorrectiveAction>findByIdOptional(id)
                .orElseThrow(() -> Problem.notFound("corrective action", id));
        caller.requireMemberOr(action.memberId, "quality-desk");
        return CorrectiveActionView.of(action, producerNames.of(action.memberId), clock.today());
    }

    @POST
    @Path("/requests")
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Ask a producer for a corrective action, for example after a complaint")
    public Response request(@Valid @NotNull CorrectionRequest request) {
        CorrectiveActionView view = answer(followUp.request(new FollowUpCorrectiveAction.Request(
                request.memberId(),
                request.product(),
                request.request().strip(),
                request.dueOn(),
                request.complaintId(),
                caller.actor())));
        return Response.created(URI.create("/corrective-actions/" + view.correctiveActionId()))
                .entity(view)
                .build();
    }

    @POST
    @Path("/{correctiveActionId}/announcement")
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(summary = "Answer the desk's request: say what is changed, who sees to it and by when")
    public CorrectiveActionView announceRequested(
            @PathParam("correctiveActionId") UUID correctiveActionId, @Valid @NotNull Answer answer) {
        return switch (announceCorrectiveAction.answer(
                own(correctiveActionId),
                announcement(answer.cause(), answer.action(), answer.owner(), answer.dueOn()))) {
            case AnnounceCorrectiveAction.Announced(CorrectiveAction action) -> view(action);
            case AnnounceCorrectiveAction.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @POST
    @Path("/{correctiveActionId}/proof")
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(summary = "Prove that an accepted corrective action is done and works")
    public CorrectiveActionView prove(
            @PathParam("correctiveActionId") UUID correctiveActionId, @Valid @NotNull Proof proof) {
        return answer(followUp.prove(own(correctiveActionId), proof.proof().strip(), caller.actor()));
    }

    @POST
    @Path("/{correctiveActionId}/verification")
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Say whether a corrective action has worked, after its proof was looked at")
    public CorrectiveActionView verify(
            @PathParam("correctiveActionId") UUID correctiveActionId, @Valid @NotNull Verification verification) {
        return answer(followUp.verify(
                locked(correctiveActionId),
                verification.effective(),
                verification.finding().strip(),
                caller.actor()));
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

    private CorrectiveAction.Announcement announcement(String cause, String action, String owner, LocalDate dueOn) {
        return new CorrectiveAction.Announcement(cause.strip(), action.strip(), owner.strip(), dueOn, caller.actor());
    }

    private static CorrectiveAction locked(UUID correctiveActionId) {
        return CorrectiveAction.lock(correctiveActionId)
                .orElseThrow(() -> Problem.notFound("corrective action", correctiveActionId));
    }

    private CorrectiveAction own(UUID correctiveActionId) {
        UUID member = caller.member();
        CorrectiveAction action = locked(correctiveActionId);
        if (!member.equals(action.memberId)) {
            throw Caller.notYours();
        }
        return action;
    }

    private CorrectiveActionView view(CorrectiveAction action) {
        return CorrectiveActionView.of(action, producerNames.of(action.memberId), clock.today());
    }

    private CorrectiveActionView answer(FollowUpCorrectiveAction.Outcome outcome) {
        return switch (outcome) {
            case FollowUpCorrectiveAction.Done(CorrectiveAction action) -> view(action);
            case FollowUpCorrectiveAction.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private Response answer(DecideCorrectiveAction.Outcome outcome) {
        return switch (outcome) {
            case DecideCorrectiveAction.Decided(CorrectiveAction action) ->
                Response.ok(view(action)).build();
            case DecideCorrectiveAction.Rejected rejected -> throw Problem.of(rejected.reason());
        };
    }
}
