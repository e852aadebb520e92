package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.production.commitment.rules.Commitments;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Commitments at the border: the producer's own, to raise, to lower and to take back. */
@Path("/commitments")
@Tag(name = "Commitments")
public class CommitmentResource {

    private static final String[] DESKS = {"registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"};
    private static final UUID FIRST = new UUID(0, 0);

    private final ChangeCommitments commitments;
    private final Caller caller;

    CommitmentResource(ChangeCommitments commitments, Caller caller) {
        this.commitments = commitments;
        this.caller = caller;
    }

    /**
     * A promise.
     *
     * @param route the process the producer has chosen, in its own words
     */
    public record Promise(
            @NotBlank @Size(max = 100) String product,
            @NotNull Period period,
            @NotNull Quantity quantity,
            @NotBlank @Size(max = 200) String route) {}

    /** The whole quantity from now on. */
    public record Amount(@NotNull Quantity quantity) {}

    /** A commitment, and how much of it is reported. */
    public record View(
            UUID commitmentId,
            UUID memberId,
            String product,
            Period period,
            Quantity quantity,
            Quantity reported,
            String route,
            Commitment.State state) {

        static View of(Commitment commitment) {
            return new View(
                    commitment.id,
                    commitment.memberId,
                    commitment.product,
                    Period.parse(commitment.period),
                    commitment.committed(),
                    commitment.reported(),
                    commitment.route,
                    commitment.state);
        }
    }

    @POST
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(summary = "Commit a quantity of a product for an ISO week")
    public Response commit(@Valid @NotNull Promise promise) {
        Member member = locked(caller.member());
        if (member.state != Member.State.ACTIVE) {
            throw notActive();
        }
        if (!promise.quantity().isPositive()) {
            throw Problem.invalid("quantity.value", "not-positive", "Commit more than nothing.");
        }
        Product.of(promise.product(), promise.quantity());
        Commitment.open(member.id, promise.product(), promise.period(), promise.route())
                .ifPresent(open -> {
                    throw Problem.refused(
                            "already-committed", "Commitment " + open.id + " is open for this; change that one.");
                });
        Commitment commitment = commitments.commit(
                member,
                promise.product(),
                promise.period(),
                promise.quantity(),
                promise.route(),
                Cause.of(caller.actor()));
        return Response.created(URI.create("/commitments/" + commitment.id))
                .tag(ETags.of(commitment.version))
                .entity(View.of(commitment))
                .build();
    }

    @PUT
    @Path("/{commitmentId}")
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Raise or lower your commitment; not below what you have reported")
    public Response change(
            @PathParam("commitmentId") UUID commitmentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Amount amount) {
        Member member = ownerOf(commitmentId);
        Commitment commitment = open(commitmentId);
        ETags.requireMatch(ifMatch, commitment.version);
        Product.of(commitment.product, amount.quantity());
        switch (Commitments.change(commitment.reported(), amount.quantity())) {
            case Commitments.Refused refused ->
                throw Problem.invalid("quantity.value", refused.code(), refused.reason());
            case Commitments.Changed changed -> {
                if (member.state != Member.State.ACTIVE && changed.quantity().compareTo(commitment.committed()) > 0) {
                    throw notActive();
                }
                commitments.change(member, commitment, changed, Cause.of(caller.actor()));
            }
        }
        Commitment.flush();
        return Response.ok(View.of(commitment))
                .tag(ETags.of(commitment.version))
                .build();
    }

    @DELETE
    @Path("/{commitmentId}")
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Take back what you have not reported yet; what you have is then all of it")
    public Response release(
            @PathParam("commitmentId") UUID commitmentId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Member member = ownerOf(commitmentId);
        Commitment commitment = open(commitmentId);
        ETags.requireMatch(ifMatch, commitment.version);
        commitments.release(member, commitment, Cause.of(caller.actor()));
        Commitment.flush();
        return Response.ok(View.of(commitment)).build();
    }

    @GET
    @Path("/{commitmentId}")
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "One commitment; a producer sees its own")
    public Response get(@PathParam("commitmentId") UUID commitmentId) {
        Commitment commitment = find(commitmentId);
        caller.requireMemberOr(commitment.memberId, DESKS);
        return Response.ok(View.of(commitment))
                .tag(ETags.of(commitment.version))
                .build();
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "Commitments in the order they were made; a producer sees its own")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        UUID after = query.afterId().orElse(FIRST);
        List<Commitment> fetched = caller.hasAny(DESKS)
                ? Commitment.<Commitment>find("id > ?1 order by id", after)
                        .range(0, query.limit)
                        .list()
                : Commitment.<Commitment>find("memberId = ?1 and id > ?2 order by id", caller.member(), after)
                        .range(0, query.limit)
                        .list();
        return Page.of(fetched, query.limit, commitment -> commitment.id.toString())
                .map(View::of);
    }

    private Member ownerOf(UUID commitmentId) {
        Commitment commitment = find(commitmentId);
        caller.requireMember(commitment.memberId);
        Commitment.getEntityManager().detach(commitment);
        return locked(commitment.memberId);
    }

    private static Commitment find(UUID commitmentId) {
        return Commitment.<Commitment>findByIdOptional(commitmentId)
                .orElseThrow(() -> Problem.notFound("commitment", commitmentId));
    }

    private static Commitment open(UUID commitmentId) {
        Commitment commitment = Commitment.lock(commitmentId).orElseThrow();
        if (commitment.state != Commitment.State.OPEN) {
            throw Problem.refused("not-open", "The commitment is " + commitment.state + ".");
        }
        return commitment;
    }

    private static Member locked(UUID memberId) {
        return Member.lock(memberId).orElseThrow(CommitmentResource::notActive);
    }

    private static Problem notActive() {
        return Problem.refused("member-not-active", "Only an active member commits more.");
    }
}
