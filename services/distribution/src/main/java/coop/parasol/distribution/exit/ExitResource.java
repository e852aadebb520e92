package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.exit.Exits.ExitCase;
import coop.parasol.distribution.exit.Exits.Unsold;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Leaving members and their unsold goods. */
@Path("/exits")
@Tag(name = "Exits")
public class ExitResource {

    private final Exits exits;
    private final BuyIn buyIn;
    private final Sql sql;
    private final Caller caller;

    ExitResource(Exits exits, BuyIn buyIn, Sql sql, Caller caller) {
        this.exits = exits;
        this.buyIn = buyIn;
        this.sql = sql;
        this.caller = caller;
    }

    /** Units of a batch that are on hand or reserved. */
    public record UnsoldGoods(UUID batchId, String product, String grade, String lot, Quantity quantity) {}

    /**
     * A member that leaves.
     *
     * @param state OPEN, CLEARED or WITHDRAWN
     * @param batchesCertified absent while quality has not cleared it
     */
    public record Leaving(
            UUID exitId,
            UUID memberId,
            @Nullable String name,
            String state,
            @Nullable Long batchesCertified,
            List<UnsoldGoods> unsold) {}

    /** What the firm has bought in. */
    public record BoughtIn(UUID exitId, UUID memberId, String state, List<PaidGoods> goods, Money amount) {}

    private record Name(UUID memberId, String name) {}

    @GET
    @RolesAllowed("logistics-desk")
    @Transactional
    @Operation(summary = "Leaving members and their unsold goods")
    public Page<Leaving> list(@BeanParam @Valid PageQuery query) {
        Page<ExitCase> page = Page.of(
                exits.page(query.afterId(), query.fetch()),
                query.limit,
                leaving -> leaving.exitId().toString());
        List<UUID> members =
                page.items().stream().map(ExitCase::memberId).distinct().toList();
        List<Unsold> unsold = exits.unsold(members);
        Map<UUID, String> names = names(members);
        return page.map(leaving -> new Leaving(
                leaving.exitId(),
                leaving.memberId(),
                names.get(leaving.memberId()),
                leaving.state(),
                leaving.batchesCertified(),
                leaving.state().equals("OPEN") ? goods(unsold, leaving.memberId()) : List.of()));
    }

    @POST
    @Path("/{exitId}/buy-in")
    @RolesAllowed("logistics-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Buy a leaving member's unsold goods at list price")
    public Response buyIn(@PathParam("exitId") UUID exitId) {
        return switch (buyIn.buyIn(exitId, Cause.of(caller.actor()))) {
            case BuyIn.Bought bought -> {
                ExitCase now = exits.find(exitId).orElseThrow();
                yield Response.ok(new BoughtIn(exitId, bought.memberId(), now.state(), bought.goods(), bought.amount()))
                        .build();
            }
            case BuyIn.Refused refused ->
                throw refused.code().equals("unknown-exit")
                        ? Problem.notFound("exit", exitId)
                        : Problem.refused(refused.code(), refused.reason());
        };
    }

    private Map<UUID, String> names(List<UUID> members) {
        Map<UUID, String> names = new HashMap<>();
        sql.list(
                        "SELECT member_id, name FROM producer WHERE member_id = ANY (?) AND name IS NOT NULL",
                        row -> new Name(Sql.uuid(row, "member_id"), row.getString("name")),
                        (Object) members.toArray(UUID[]::new))
                .forEach(name -> names.put(name.memberId(), name.name()));
        return names;
    }

    private static List<UnsoldGoods> goods(List<Unsold> unsold, UUID memberId) {
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
