package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: commitments, which only their producer makes, raises, lowers and releases. */
@Path("/commitments")
@Tag(name = "Commitments")
public class CommitmentResource {

    private static final String[] DESKS = {"registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"};

    private static final SortKeys<Commitment> SORT = SortKeys.<Commitment>oldestFirst("id", commitment -> commitment.id)
            .byTime("committedAt")
            .byText("product", "product", commitment -> commitment.product)
            .byText("period", "period", commitment -> commitment.period);

    private final CommitQuantity commitQuantity;
    private final ChangeCommitment changeCommitment;
    private final Caller caller;

    CommitmentResource(CommitQuantity commitQuantity, ChangeCommitment changeCommitment, Caller caller) {
        this.commitQuantity = commitQuantity;
        this.changeCommitment = changeCommitment;
        this.caller = caller;
    }

    /**
     * A new commitment.
     *
     * @param period ISO week
     * @param route the process that the producer has chosen, in its own words
     * @param grade of the product; absent for the best
     */
    public record NewCommitment(
            @NotBlank @Size(max = 100) String product,
            @NotNull Period period,
            @NotNull Quantity quantity,
            @NotBlank @Size(max = 200) String route,
            @Nullable @Size(min = 1, max = 100) String grade) {}

    /** @param quantity of the whole commitment from now on */
    public record CommitmentChange(@NotNull Quantity quantity) {}

    /**
     * A commitment.
     *
     * @param reported how much of it has been made
     * @param taken how much of it was taken from another's commitment, below which it is not lowered
     */
    public record CommitmentView(
            UUID commitmentId,
            UUID memberId,
            String product,
            String grade,
            Period period,
            Quantity quantity,
            Quantity reported,
            Quantity taken,
            String route,
            Commitment.State state) {

        static CommitmentView of(Commitment commitment) {
            return new CommitmentView(
                    commitment.id,
                    commitment.memberId,
                    commitment.product,
                    commitment.grade,
                    commitment.week(),
                    commitment.committed(),
                    commitment.reported(),
                    commitment.takenQuantity(),
                    commitment.route,
                    commitment.state);
        }
    }

    @POST
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "commitQuantity",
            summary = "Commit a quantity of a product and grade for an ISO week that is not frozen")
    public Response commit(@Valid @NotNull NewCommitment commitment) {
        CommitQuantity.Request request = new CommitQuantity.Request(
                caller.member(),
                commitment.product(),
                commitment.grade(),
                commitment.period(),
                commitment.quantity(),
                commitment.route());
        return switch (commitQuantity.commit(request, Cause.of(caller.actor()))) {
            case CommitQuantity.Committed committed ->
                Response.created(URI.create("/commitments/" + committed.commitment().id))
                        .tag(ETags.of(committed.commitment().version))
                        .entity(CommitmentView.of(committed.commitment()))
                        .build();
            case CommitQuantity.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @PUT
    @Path("/{commitmentId}")
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Raise or lower your commitment, but not below what you have reported")
    public Response change(
            @PathParam("commitmentId") UUID commitmentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CommitmentChange change) {
        return answer(changeCommitment.change(
                ownerOf(commitmentId),
                commitmentId,
                change.quantity(),
                ETags.expectedVersion(ifMatch),
                Cause.of(caller.actor())));
    }

    @DELETE
    @Path("/{commitmentId}")
    @RolesAllowed("producer")
    @Transactional
    @Operation(
            summary = "Release what you have not reported of your commitment; it is fulfilled if you have reported any")
    public Response release(
            @PathParam("commitmentId") UUID commitmentId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(changeCommitment.release(
                ownerOf(commitmentId), commitmentId, ETags.expectedVersion(ifMatch), Cause.of(caller.actor())));
    }

    @GET
    @Path("/{commitmentId}")
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "Read a commitment; a producer sees its own")
    public Response get(@PathParam("commitmentId") UUID commitmentId) {
        Commitment commitment = Commitment.<Commitment>findByIdOptional(commitmentId)
                .orElseThrow(() -> Problem.notFound("commitment", commitmentId));
        caller.requireMemberOr(commitment.memberId, DESKS);
        return view(commitment);
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(
            summary = "List the commitments in the order they were made, or sorted by committedAt, product or period; a"
                    + " producer sees its own")
    public Page<CommitmentView> list(@BeanParam @Valid PageQuery query, @BeanParam @Valid SortQuery sort) {
        UUID memberId = caller.hasAny(DESKS) ? null : caller.member();
        return SORT.page(query, sort, (place, maxRows) -> Commitment.page(memberId, place, maxRows))
                .map(CommitmentView::of);
    }

    /** The member that has made the commitment; 404 if there is none, 403 if it is not the caller's. */
    private UUID ownerOf(UUID commitmentId) {
        UUID memberId =
                Commitment.ownerOf(commitmentId).orElseThrow(() -> Problem.notFound("commitment", commitmentId));
        caller.requireMember(memberId);
        return memberId;
    }

    private static Response answer(ChangeCommitment.Outcome outcome) {
        return switch (outcome) {
            case ChangeCommitment.Changed changed -> view(changed.commitment());
            case ChangeCommitment.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private static Response view(Commitment commitment) {
        return Response.ok(CommitmentView.of(commitment))
                .tag(ETags.of(commitment.version))
                .build();
    }
}
