package coop.parasol.quality.release;

import coop.parasol.contracts.NonconformityEvent.ReleaseKind;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.batch.Batch;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of the releases by which rejected lots are sold all the same. */
@Path("/lot-releases")
@Tag(name = "Batches")
public class LotReleaseResource {

    private static final String DESK = "quality-desk";

    private final ReleaseLot releaseLot;
    private final Caller caller;

    LotReleaseResource(ReleaseLot releaseLot, Caller caller) {
        this.releaseLot = releaseLot;
        this.caller = caller;
    }

    /**
     * A rejected lot that may be sold all the same.
     *
     * @param grade in which it is sold, one of the standard's
     * @param reason for buyers, since it stands on the certificate: what does not meet the standard, and why it may be sold
     */
    public record Proposal(
            @NotNull UUID batchId,
            @NotNull ReleaseKind kind,
            @NotBlank @Size(max = 20) String grade,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * A release and the decision about it.
     *
     * @param lot as its producer has written it
     */
    public record View(
            UUID releaseId,
            UUID batchId,
            String product,
            String lot,
            ReleaseKind kind,
            String grade,
            String reason,
            LotRelease.State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static View of(LotRelease release, Batch batch) {
            return new View(
                    release.id,
                    release.batchId,
                    batch.product,
                    batch.lot,
                    release.kind,
                    release.grade,
                    release.reason,
                    release.state,
                    release.proposedBy,
                    release.proposedAt,
                    release.decidedBy,
                    release.decidedAt);
        }
    }

    @POST
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Propose to sell a rejected lot under a concession, or in a lower grade; a second person approves it, and"
                            + " neither has inspected the lot")
    public Response propose(@Valid @NotNull Proposal proposal) {
        View view = answer(releaseLot.propose(
                new ReleaseLot.Proposal(
                        proposal.batchId(),
                        proposal.kind(),
                        proposal.grade(),
                        proposal.reason().strip()),
                person()));
        return Response.created(URI.create("/lot-releases/" + view.releaseId()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "List the releases of rejected lots, of one state, of one batch or all, the newest first")
    public Page<View> list(
            @QueryParam("state") LotRelease.@Nullable State state,
            @QueryParam("batch") @Nullable UUID batch,
            @BeanParam @Valid PageQuery query) {
        Page<LotRelease> page = query.newestFirst(
                (UUID before, int maxRows) -> LotRelease.newest(state, batch, before, maxRows), release -> release.id);
        Map<UUID, Batch> batches =
                batches(page.items().stream().map(release -> release.batchId).toList());
        return page.map(release -> View.of(release, Objects.requireNonNull(batches.get(release.batchId))));
    }

    @GET
    @Path("/{releaseId}")
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "Show the release of a rejected lot")
    public View get(@PathParam("releaseId") UUID releaseId) {
        LotRelease release = LotRelease.<LotRelease>findByIdOptional(releaseId)
                .orElseThrow(() -> Problem.notFound("release", releaseId));
        return View.of(
                release,
                Objects.requireNonNull(batches(List.of(release.batchId)).get(release.batchId)));
    }

    @POST
    @Path("/{releaseId}/approval")
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Approve the release that another person has proposed: the lot is certified, and its certificate says so")
    public View approve(@PathParam("releaseId") UUID releaseId) {
        LotRelease release = locked(releaseId);
        caller.requireSecondPerson(release.proposedBy);
        return answer(releaseLot.approve(release, person(), Cause.of(caller.actor())));
    }

    @DELETE
    @Path("/{releaseId}")
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "Withdraw the proposal of a release before it is approved")
    public View withdraw(@PathParam("releaseId") UUID releaseId) {
        return answer(releaseLot.withdraw(locked(releaseId), caller.actor()));
    }

    private ReleaseLot.Person person() {
        return new ReleaseLot.Person(caller.actor(), caller.auditorId().orElse(null));
    }

    private static LotRelease locked(UUID releaseId) {
        return LotRelease.lock(releaseId).orElseThrow(() -> Problem.notFound("release", releaseId));
    }

    private static View answer(ReleaseLot.Outcome outcome) {
        return switch (outcome) {
            case ReleaseLot.Done(LotRelease release) ->
                View.of(
                        release,
                        Objects.requireNonNull(batches(List.of(release.batchId)).get(release.batchId)));
            case ReleaseLot.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private static Map<UUID, Batch> batches(Collection<UUID> ids) {
        return Batch.<Batch>list("id in ?1", ids).stream().collect(Collectors.toMap(batch -> batch.id, batch -> batch));
    }
}
