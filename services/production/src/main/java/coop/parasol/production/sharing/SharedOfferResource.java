package coop.parasol.production.sharing;

import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.production.commitment.Commitment;
import coop.parasol.production.sharing.OfferViews.OfferToYouView;
import coop.parasol.production.sharing.OfferViews.OfferView;
import coop.parasol.production.sharing.OfferViews.TakenPartView;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: parts of commitments that producers offer to one another (overflow sharing); nobody else decides about them. */
@Path("/shared-offers")
@Tag(name = "Sharing")
@RolesAllowed("producer")
public class SharedOfferResource {

    private final ShareCommitment shareCommitment;
    private final SharedOffers offers;
    private final OfferViews views;
    private final Caller caller;

    SharedOfferResource(ShareCommitment shareCommitment, SharedOffers offers, OfferViews views, Caller caller) {
        this.shareCommitment = shareCommitment;
        this.offers = offers;
        this.views = views;
        this.caller = caller;
    }

    /**
     * A part of a commitment to be offered.
     *
     * @param commitmentId the caller's own, open and for a week that is not frozen
     * @param memberIds to whom it is offered; absent or empty for all members
     */
    public record NewOffer(
            @NotNull UUID commitmentId,
            @NotNull Quantity quantity,
            @Nullable @Size(max = 50) List<@NotNull UUID> memberIds) {}

    /**
     * A part of an offer to be taken.
     *
     * @param route the process by which the caller makes it, in its own words
     */
    public record NewPart(
            @NotNull Quantity quantity,
            @NotBlank @Size(max = 200) String route) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(
            operationId = "offerCommitment",
            summary = "Offer a part of your commitment to all members or to some; who takes it commits it")
    public Response offer(@Valid @NotNull NewOffer offer) {
        UUID memberId = Commitment.ownerOf(offer.commitmentId())
                .orElseThrow(() -> Problem.notFound("commitment", offer.commitmentId()));
        caller.requireMember(memberId);
        List<UUID> to = offer.memberIds() == null ? List.of() : offer.memberIds();
        return switch (shareCommitment.offer(memberId, offer.commitmentId(), offer.quantity(), to)) {
            case ShareCommitment.Offered offered ->
                Response.created(URI.create("/shared-offers/" + offered.offer().id))
                        .entity(views.of(offered.offer()))
                        .build();
            case ShareCommitment.Refused refused -> throw Problem.of(refused.reason());
            case ShareCommitment.Taken taken -> throw new IllegalStateException("an offer takes nothing");
        };
    }

    @GET
    @Transactional
    @Operation(operationId = "listSharedOffers", summary = "List what you offer or have offered, the newest first")
    public Page<OfferView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.member();
        Page<SharedOffer> page = query.newestFirst(
                (before, maxRows) -> SharedOffer.newest(memberId, before, maxRows), offer -> offer.id);
        return new Page<>(views.of(page.items()), page.next());
    }

    @GET
    @Path("/open")
    @Transactional
    @Operation(
            operationId = "listOffersToYou",
            summary = "List what other members offer to all or to you, for weeks that are not frozen")
    public Page<OfferToYouView> open(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.member();
        Page<SharedOffers.Open> page =
                query.byId((after, maxRows) -> views.openTo(memberId, after, maxRows), SharedOffers.Open::id);
        return new Page<>(views.toOthers(page.items()), page.next());
    }

    @GET
    @Path("/{offerId}")
    @Transactional
    @Operation(
            operationId = "getOfferToYou",
            summary = "Read what another member offers to all or to you, as long as something of it can be taken")
    public OfferToYouView get(@PathParam("offerId") UUID offerId) {
        return views.openTo(caller.member(), offerId).orElseThrow(() -> Problem.notFound("offer", offerId));
    }

    @DELETE
    @Path("/{offerId}")
    @Transactional
    @Operation(
            operationId = "withdrawSharedOffer",
            summary = "Withdraw what is not taken of your offer; what is taken stays taken")
    public OfferView withdraw(@PathParam("offerId") UUID offerId) {
        UUID memberId = SharedOffer.originatorOf(offerId).orElseThrow(() -> Problem.notFound("offer", offerId));
        caller.requireMember(memberId);
        return switch (shareCommitment.withdraw(memberId, offerId)) {
            case ShareCommitment.Offered offered -> views.of(offered.offer());
            case ShareCommitment.Refused refused -> throw Problem.of(refused.reason());
            case ShareCommitment.Taken taken -> throw new IllegalStateException("a withdrawal takes nothing");
        };
    }

    @POST
    @Path("/{offerId}/parts")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "takeOffer",
            summary = "Take another member's offer whole or in part, within your own capacity: you commit it")
    public Response take(@PathParam("offerId") UUID offerId, @Valid @NotNull NewPart part) {
        if (SharedOffer.originatorOf(offerId).isEmpty()) {
            throw Problem.notFound("offer", offerId);
        }
        return switch (shareCommitment.take(
                caller.member(), offerId, part.quantity(), part.route().strip(), Cause.of(caller.actor()))) {
            case ShareCommitment.Taken taken ->
                Response.created(URI.create("/commitments/" + taken.part().commitmentId()))
                        .entity(views.of(taken.part()))
                        .build();
            case ShareCommitment.Refused refused -> throw Problem.of(refused.reason());
            case ShareCommitment.Offered offered -> throw new IllegalStateException("taking offers nothing");
        };
    }

    @GET
    @Path("/taken")
    @Transactional
    @Operation(
            operationId = "listTakenParts",
            summary = "List what you have taken of others' commitments, the newest first")
    public Page<TakenPartView> taken(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.member();
        Page<SharedOffers.TakenPart> page = query.newestFirst(
                (before, maxRows) -> offers.takenBy(memberId, before, maxRows), SharedOffers.TakenPart::id);
        return new Page<>(views.ofParts(page.items()), page.next());
    }
}
