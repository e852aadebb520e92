package coop.parasol.distribution.exit;

import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.stock.ProducerRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: leaving members and their unsold goods. */
@Path("/exits")
@Tag(name = "Exits")
public class ExitResource {

    private final UnsoldGoodsRepository unsoldGoods;
    private final ProducerRepository producers;

    ExitResource(UnsoldGoodsRepository unsoldGoods, ProducerRepository producers) {
        this.unsoldGoods = unsoldGoods;
        this.producers = producers;
    }

    /** Units of a batch that are on hand or reserved. */
    public record UnsoldGoods(UUID batchId, String product, String grade, String lot, Quantity quantity) {}

    /**
     * What is unsold of a product in a grade.
     *
     * @param lots how many batches it is of
     */
    public record UnsoldSum(String product, String grade, long lots, Quantity quantity) {}

    /**
     * A member that leaves.
     *
     * @param boundAt when the exit became binding, and with it what the member has chosen for its goods
     * @param batchesCertified how many of its batches quality ever certified; absent while quality has not cleared it
     * @param unsold added up by product and grade; empty unless the exit is OPEN
     */
    public record Leaving(
            UUID exitId,
            UUID memberId,
            @Nullable String name,
            ExitClearance.State state,
            @Nullable Instant boundAt,
            @Nullable Long batchesCertified,
            List<UnsoldSum> unsold) {}

    @GET
    @RolesAllowed("logistics-desk")
    @Transactional
    @Operation(summary = "List leaving members and their unsold goods")
    public Page<Leaving> list(@BeanParam @Valid PageQuery query) {
        Page<ExitClearance> page = query.byId(ExitClearance::page, exit -> exit.exitId);
        return page.map(views(page.items()));
    }

    @GET
    @Path("/{exitId}")
    @RolesAllowed("logistics-desk")
    @Transactional
    @Operation(operationId = "getLeavingMember", summary = "Show a leaving member and its unsold goods")
    public Leaving show(@PathParam("exitId") UUID exitId) {
        ExitClearance exit = ExitClearance.<ExitClearance>findByIdOptional(exitId)
                .orElseThrow(() -> Problem.notFound("exit", exitId));
        return views(List.of(exit)).apply(exit);
    }

    /** How these exits are shown; what they need is read once for all. */
    private Function<ExitClearance, Leaving> views(List<ExitClearance> exits) {
        List<UUID> members =
                exits.stream().map(exit -> exit.memberId).distinct().toList();
        List<UnsoldGoodsRepository.UnsoldSum> unsold = unsoldGoods.sums(members);
        Map<UUID, String> names = producers.names(members);
        return exit -> new Leaving(
                exit.exitId,
                exit.memberId,
                names.get(exit.memberId),
                exit.state,
                exit.boundAt,
                exit.batchesCertified,
                exit.state == ExitClearance.State.OPEN ? sums(unsold, exit.memberId) : List.of());
    }

    @GET
    @Path("/{exitId}/unsold")
    @RolesAllowed("logistics-desk")
    @Transactional
    @Operation(operationId = "listUnsoldGoods", summary = "List the unsold lots of a leaving member")
    public Page<UnsoldGoods> unsold(@PathParam("exitId") UUID exitId, @BeanParam @Valid PageQuery query) {
        UUID member = ExitClearance.memberOf(exitId).orElseThrow(() -> Problem.notFound("exit", exitId));
        return query.byId(
                        (after, maxRows) -> unsoldGoods.page(member, after, maxRows),
                        UnsoldGoodsRepository.UnsoldGoods::batchId)
                .map(part -> new UnsoldGoods(
                        part.batchId(),
                        part.product(),
                        part.grade(),
                        part.lot(),
                        new Quantity(part.quantity(), part.unit())));
    }

    private static List<UnsoldSum> sums(List<UnsoldGoodsRepository.UnsoldSum> unsold, UUID memberId) {
        return unsold.stream()
                .filter(sum -> sum.memberId().equals(memberId))
                .map(sum ->
                        new UnsoldSum(sum.product(), sum.grade(), sum.lots(), new Quantity(sum.quantity(), sum.unit())))
                .toList();
    }
}
