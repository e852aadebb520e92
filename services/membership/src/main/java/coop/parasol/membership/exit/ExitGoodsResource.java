package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.OwnerOnly;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A leaving member's unsold goods over REST, and what it has chosen for them. */
@Path("/exits/{exitId}/goods")
@Tag(name = "Exits")
public class ExitGoodsResource {

    private final ChooseGoods chooseGoods;
    private final ExitGoods exitGoods;
    private final GoodsEndings endings;
    private final Caller caller;

    ExitGoodsResource(ChooseGoods chooseGoods, ExitGoods exitGoods, GoodsEndings endings, Caller caller) {
        this.chooseGoods = chooseGoods;
        this.exitGoods = exitGoods;
        this.endings = endings;
        this.caller = caller;
    }

    /** What becomes of what is unsold of a batch. */
    public record Choice(@NotNull UUID batchId, @NotNull GoodsChoice choice) {

        ChosenGoods chosen() {
            return new ChosenGoods(batchId, choice);
        }
    }

    /** @param goods replaces all that was chosen before; a batch that is not named stays in the pools */
    public record Choices(
            @NotNull @Size(max = ExitGoods.MAX_LOTS) List<@NotNull @Valid Choice> goods) {}

    /**
     * The unsold goods of a leaving member.
     *
     * @param goods added up by product, grade and what it has chosen for them
     */
    public record View(UUID exitId, UUID memberId, List<MemberGoods.UnsoldSum> goods) {}

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "listExitGoods",
            summary = "List a leaving member's unsold lots and what it has chosen for them; a producer sees its own")
    public Page<ExitGoods.Lot> list(@PathParam("exitId") UUID exitId, @BeanParam @Valid PageQuery query) {
        ExitCase exit = seen(exitId);
        return query.byId(
                (after, maxRows) -> exitGoods.page(exit.memberId, Optional.of(exit.id), after, maxRows),
                ExitGoods.Lot::batchId);
    }

    @GET
    @Path("/endings")
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "listGoodsEndings",
            summary =
                    "List the lots for which what the member had chosen is not done, and why; a producer sees its own")
    public Page<GoodsEndings.Ending> endings(@PathParam("exitId") UUID exitId, @BeanParam @Valid PageQuery query) {
        ExitCase exit = seen(exitId);
        return query.byId((after, maxRows) -> endings.page(exit.id, after, maxRows), GoodsEndings.Ending::batchId);
    }

    private ExitCase seen(UUID exitId) {
        ExitCase exit = ExitCase.<ExitCase>findByIdOptional(exitId).orElseThrow(() -> unknown(exitId));
        caller.requireMemberOr(exit.memberId, "registrar", "treasurer");
        return exit;
    }

    @PUT
    @OwnerOnly
    @RolesAllowed("producer")
    @Transactional
    @APIResponseSchema(value = View.class, responseCode = "200")
    @Operation(
            operationId = "chooseExitGoods",
            summary =
                    "Choose what becomes of unsold goods: they stay, are taken back, or are offered to the firm; until"
                            + " the exit is binding")
    public Response choose(
            @PathParam("exitId") UUID exitId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Choices choices) {
        ExitCase exit = ExitCase.lock(exitId).orElseThrow(() -> unknown(exitId));
        caller.requireMember(exit.memberId);
        ETags.requireMatch(ifMatch, exit.version);
        List<ChosenGoods> chosen = choices.goods().stream().map(Choice::chosen).toList();
        return switch (chooseGoods.choose(exitId, chosen, Cause.of(caller.actor()))) {
            case ChooseGoods.Chosen done -> answer(done.exit());
            case ChooseGoods.NotYours wrong -> throw notYours(wrong.index());
            case ChooseGoods.Closed closed ->
                throw Problem.refused(
                        "choice-closed",
                        "The exit is " + closed.state() + "; goods are chosen for until its notice is over.");
        };
    }

    static Problem notYours(int index) {
        return Problem.of(new Refusal.InvalidField(
                "goods[" + index + "].batchId",
                "unknown-batch",
                "No certified batch of yours has this id, or it is named twice."));
    }

    private Response answer(ExitCase exit) {
        return Response.ok(new View(exit.id, exit.memberId, exitGoods.sums(exit.memberId, Optional.of(exit.id))))
                .tag(ETags.of(exit.version))
                .build();
    }

    private static Problem unknown(UUID exitId) {
        return Problem.notFound("exit", exitId);
    }
}
