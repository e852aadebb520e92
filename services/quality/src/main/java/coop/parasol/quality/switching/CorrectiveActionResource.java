package coop.parasol.quality.switching;

import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Corrective actions at the border: the producer says what it has changed, the quality desk whether that is enough. */
@Path("/corrective-actions")
@Tag(name = "Corrective actions")
public class CorrectiveActionResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final Lines lines;
    private final Caller caller;
    private final Clock clock;
    private final Event<LineResumed> resumed;

    CorrectiveActionResource(Lines lines, Caller caller, Clock clock, Event<LineResumed> resumed) {
        this.lines = lines;
        this.caller = caller;
        this.clock = clock;
        this.resumed = resumed;
    }

    /**
     * What was wrong and what is done about it.
     *
     * @param memberId absent, or the caller's own
     */
    public record Announcement(
            @Nullable UUID memberId,
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 4000) String cause,
            @NotBlank @Size(max = 4000) String action) {}

    /** Why an action is not enough. */
    public record Refusal(@NotBlank @Size(max = 2000) String reason) {}

    /** A corrective action. */
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
    @Operation(summary = "Say what was changed, so that discontinued inspection may go on")
    public Response announce(@Valid @NotNull Announcement announcement) {
        UUID member = caller.member();
        if (announcement.memberId() != null) {
            caller.requireMember(announcement.memberId());
        }
        if (Line.of(member, announcement.product()).isEmpty()) {
            throw Problem.invalid("product", "never-inspected", "Nothing of yours was inspected of this product.");
        }
        Line line = lines.lock(member, announcement.product());
        if (!line.discontinued) {
            throw Problem.refused("not-discontinued", "Your batches of this product are inspected as ever.");
        }
        if (CorrectiveAction.count(
                        "memberId = ?1 and product = ?2 and state = ?3",
                        member,
                        line.product,
                        CorrectiveAction.State.ANNOUNCED)
                > 0) {
            throw Problem.refused("already-announced", "The quality desk has not decided about the last one yet.");
        }
        CorrectiveAction action = new CorrectiveAction();
        action.id = Ids.next();
        action.memberId = member;
        action.product = line.product;
        action.cause = announcement.cause().strip();
        action.action = announcement.action().strip();
        action.state = CorrectiveAction.State.ANNOUNCED;
        action.announcedBy = caller.actor();
        action.announcedAt = now();
        action.persistAndFlush();
        return Response.created(URI.create("/corrective-actions/" + action.id))
                .entity(View.of(action))
                .build();
    }

    @GET
    @RolesAllowed({"quality-desk", "producer"})
    @Transactional
    @Operation(summary = "Corrective actions, newest first; a producer sees its own")
    public Page<View> list(
            @QueryParam("state") CorrectiveAction.@Nullable State state, @BeanParam @Valid PageQuery query) {
        List<Object> values = new ArrayList<>(List.of(query.afterId().orElse(LAST)));
        StringBuilder condition = new StringBuilder("id < ?1");
        if (!caller.has("quality-desk")) {
            values.add(caller.member());
            condition.append(" and memberId = ?").append(values.size());
        }
        if (state != null) {
            values.add(state);
            condition.append(" and state = ?").append(values.size());
        }
        List<CorrectiveAction> fetched = CorrectiveAction.<CorrectiveAction>find(
                        condition + " order by id desc", values.toArray())
                .range(0, query.limit)
                .list();
        return Page.of(fetched, query.limit, action -> action.id.toString()).map(View::of);
    }

    @POST
    @Path("/{correctiveActionId}/acceptance")
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "The action is enough: inspection goes on, tightened")
    public Response accept(@PathParam("correctiveActionId") UUID correctiveActionId) {
        CorrectiveAction action = announced(correctiveActionId);
        Line line = lines.lock(action.memberId, action.product);
        decide(action, CorrectiveAction.State.ACCEPTED, null);
        Cause cause = Cause.of(caller.actor());
        lines.resume(line, cause);
        resumed.fire(new LineResumed(line, cause));
        return Response.ok(View.of(action)).build();
    }

    @POST
    @Path("/{correctiveActionId}/refusal")
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "The action is not enough; the producer may announce another")
    public Response refuse(@PathParam("correctiveActionId") UUID correctiveActionId, @Valid @NotNull Refusal refusal) {
        CorrectiveAction action = announced(correctiveActionId);
        decide(action, CorrectiveAction.State.REFUSED, refusal.reason().strip());
        return Response.ok(View.of(action)).build();
    }

    private static CorrectiveAction announced(UUID id) {
        CorrectiveAction action =
                CorrectiveAction.lock(id).orElseThrow(() -> Problem.notFound("corrective action", id));
        if (action.state != CorrectiveAction.State.ANNOUNCED) {
            throw Problem.refused("already-decided", "It is " + action.state + ".");
        }
        return action;
    }

    private void decide(CorrectiveAction action, CorrectiveAction.State state, @Nullable String reason) {
        action.state = state;
        action.decidedBy = caller.actor();
        action.decidedAt = now();
        action.reason = reason;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
