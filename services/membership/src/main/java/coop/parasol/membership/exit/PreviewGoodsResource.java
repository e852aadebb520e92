package coop.parasol.membership.exit;

import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The unsold lots that a member chooses for when it asks to leave, over REST. */
@Path("/exits/preview/goods")
@Tag(name = "Exits")
public class PreviewGoodsResource {

    private final ExitGoods exitGoods;
    private final Caller caller;

    PreviewGoodsResource(ExitGoods exitGoods, Caller caller) {
        this.exitGoods = exitGoods;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("producer")
    @Transactional
    @Operation(
            operationId = "listGoodsBeforeExit",
            summary = "List the caller's unsold lots, which it may choose for when it asks to leave, and what it has"
                    + " chosen if it has asked")
    public Page<ExitGoods.Lot> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.member();
        Optional<UUID> asked = ExitCase.findOf(memberId).map(exit -> exit.id);
        return query.byId((after, maxRows) -> exitGoods.page(memberId, asked, after, maxRows), ExitGoods.Lot::batchId);
    }
}
