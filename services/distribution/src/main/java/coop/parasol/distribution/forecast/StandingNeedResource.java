package coop.parasol.distribution.forecast;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: what a partner needs in every week until it revokes it. Nobody else says it, and nobody else sees whose it is. */
@Path("/standing-needs")
@Tag(name = "Forecasts")
@RolesAllowed("partner")
public class StandingNeedResource {

    private final ChangeStandingNeeds changeStandingNeeds;
    private final Caller caller;

    StandingNeedResource(ChangeStandingNeeds changeStandingNeeds, Caller caller) {
        this.changeStandingNeeds = changeStandingNeeds;
        this.caller = caller;
    }

    /**
     * What a partner needs in every week.
     *
     * @param grade of the product; absent for the best
     * @param from the first of these ISO weeks; absent for the first whose forecast may still be changed
     * @param quantity in each week, instead of what was needed of the product and grade before
     */
    public record NewStandingNeed(
            @NotBlank @Size(max = 60) String product,
            @Nullable @Size(min = 1, max = 60) String grade,
            @Nullable Period from,
            @NotNull Quantity quantity) {}

    /**
     * What a partner needs in every week.
     *
     * @param from the first ISO week for which it was said so
     */
    public record StandingNeedView(
            UUID standingNeedId, UUID partnerId, String product, String grade, Period from, Quantity quantity) {

        static StandingNeedView of(StandingNeed need) {
            return new StandingNeedView(need.id, need.partnerId, need.product, need.grade, need.from(), need.needed());
        }
    }

    @POST
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addStandingNeed",
            summary = "Say how much you need of a product in every week until you revoke it",
            description =
                    "It is a forecast of each week up to a quarter ahead, and of later weeks as they come so near. What"
                            + " you say for a week alone stands instead. What you have said before of the product and grade holds for"
                            + " the weeks before the first of these.")
    public Response add(@Valid @NotNull NewStandingNeed need) {
        ChangeStandingNeeds.Request request = new ChangeStandingNeeds.Request(
                caller.partner(), need.product(), need.grade(), need.from(), need.quantity());
        return switch (changeStandingNeeds.change(request, Cause.of(caller.actor()))) {
            case ChangeStandingNeeds.Needed needed ->
                (needed.isNew() ? Response.created(URI.create("/standing-needs/" + needed.need().id)) : Response.ok())
                        .entity(StandingNeedView.of(needed.need()))
                        .build();
            case ChangeStandingNeeds.Refused refused -> throw Problem.of(refused.reason());
            case ChangeStandingNeeds.Revoked revoked -> throw new IllegalStateException("nothing was to be revoked");
        };
    }

    @GET
    @Transactional
    @Operation(operationId = "listStandingNeeds", summary = "List what you need in every week")
    public Page<StandingNeedView> list(@BeanParam @Valid PageQuery query) {
        UUID partner = caller.partner();
        return query.byId((after, maxRows) -> StandingNeed.inOrder(partner, after, maxRows), need -> need.id)
                .map(StandingNeedView::of);
    }

    @DELETE
    @Path("/{standingNeedId}")
    @Transactional
    @Operation(
            operationId = "revokeStandingNeed",
            summary = "Revoke what you need in every week, from the first week on whose forecast may still be changed")
    public Response revoke(@PathParam("standingNeedId") UUID standingNeedId) {
        UUID partner = StandingNeed.partnerOf(standingNeedId)
                .orElseThrow(() -> Problem.notFound("standing need", standingNeedId));
        caller.requirePartner(partner);
        return switch (changeStandingNeeds.revoke(partner, standingNeedId, Cause.of(caller.actor()))) {
            case ChangeStandingNeeds.Revoked revoked -> Response.noContent().build();
            case ChangeStandingNeeds.Refused refused -> throw Problem.of(refused.reason());
            case ChangeStandingNeeds.Needed needed -> throw new IllegalStateException("nothing was to be needed");
        };
    }
}
