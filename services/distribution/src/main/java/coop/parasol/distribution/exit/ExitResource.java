package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.stock.ProducerRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: leaving members, their unsold goods and the firm's purchase of them. */
@Path("/exits")
@Tag(name = "Exits")
public class ExitResource {

    private final PurchaseGoods purchaseGoods;
    private final UnsoldGoodsRepository unsoldGoods;
    private final ProducerRepository producers;
    private final Caller caller;

    ExitResource(
            PurchaseGoods purchaseGoods,
            UnsoldGoodsRepository unsoldGoods,
            ProducerRepository producers,
            Caller caller) {
        this.purchaseGoods = purchaseGoods;
        this.unsoldGoods = unsoldGoods;
        this.producers = producers;
        this.caller = caller;
    }

    /** Units of a batch that are on hand or reserved. */
    public record UnsoldGoods(UUID batchId, String product, String grade, String lot, Quantity quantity) {}

    /**
     * A member that leaves.
     *
     * @param batchesCertified how many of its batches quality ever certified; absent while quality has not cleared it
     * @param unsold empty unless the exit is OPEN
     */
    public record Leaving(
            UUID exitId,
            UUID memberId,
            @Nullable String name,
            ExitClearance.State state,
            @Nullable Long batchesCertified,
            List<UnsoldGoods> unsold) {}

    /**
     * What the firm has purchased.
     *
     * @param state of the exit after it
     * @param amount the sum of the goods' amounts
     */
    public record GoodsPurchase(
            UUID exitId, UUID memberId, ExitClearance.State state, List<PaidGoods> goods, Money amount) {}

    @GET
    @RolesAllowed("logistics-desk")
    @Transactional
    @Operation(summary = "List leaving members and their unsold goods")
    public Page<Leaving> list(@BeanParam @Valid PageQuery query) {
        Page<ExitClearance> page = query.byId(ExitClearance::page, exit -> exit.exitId);
        List<UUID> members =
                page.items().stream().map(exit -> exit.memberId).distinct().toList();
        List<UnsoldGoodsRepository.UnsoldGoods> unsold = unsoldGoods.of(members);
        Map<UUID, String> names = producers.names(members);
        return page.map(exit -> new Leaving(
                exit.exitId,
                exit.memberId,
                names.get(exit.memberId),
                exit.state,
                exit.batchesCertified,
                exit.state == ExitClearance.State.OPEN ? goods(unsold, exit.memberId) : List.of()));
    }

    @POST
    @Path("/{exitId}/goods-purchase")
    @RolesAllowed("logistics-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Purchase a leaving member's unsold goods for the firm at list price")
    public Response purchaseGoods(@PathParam("exitId") UUID exitId) {
        return switch (purchaseGoods.purchase(exitId, Cause.of(caller.actor()))) {
            case PurchaseGoods.Purchased purchased -> {
                ExitClearance exit = purchased.exit();
                yield Response.ok(new GoodsPurchase(
                                exitId, exit.memberId, exit.state, purchased.goods(), purchased.amount()))
                        .build();
            }
            case PurchaseGoods.UnknownExit unknown -> throw Problem.notFound("exit", exitId);
            case PurchaseGoods.Refused refused -> throw Problem.refused(refused.code(), refused.reason());
        };
    }

    private static List<UnsoldGoods> goods(List<UnsoldGoodsRepository.UnsoldGoods> unsold, UUID memberId) {
        return unsold.stream()
                .filter(part -> part.memberId().equals(memberId))
                .map(part -> new UnsoldGoods(
                        part.batchId(),
                        part.product(),
                        part.grade(),
                        part.lot(),
                        new Quantity(part.quantity(), part.unit())))
                .toList();
    }
}
