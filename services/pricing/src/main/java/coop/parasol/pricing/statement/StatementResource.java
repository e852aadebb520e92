package coop.parasol.pricing.statement;

import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.web.Caller;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements at the border: a producer reads its own and can check every line. */
@Path("/statements")
@Tag(name = "Statements")
@RolesAllowed({"pricing-desk", "treasurer", "producer"})
public class StatementResource {

    private static final String[] DESKS = {"pricing-desk", "treasurer"};
    private static final UUID LAST = new UUID(-1, -1);

    private final Caller caller;

    StatementResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(summary = "Statements, newest first; a producer sees its own")
    public Page<PayoutStated> list(@BeanParam @Valid PageQuery query) {
        UUID whose = caller.hasAny(DESKS) ? null : caller.member();
        List<Statement> fetched = Statement.page(whose, query.afterId().orElse(LAST), query.fetch());
        return Page.of(fetched, query.limit, statement -> statement.id.toString())
                .map(statement -> statement.content);
    }

    @GET
    @Path("/{poolId}")
    @Transactional
    @Operation(summary = "The statements of one pool; a producer sees its own")
    public List<PayoutStated> get(@PathParam("poolId") UUID poolId) {
        UUID whose = caller.hasAny(DESKS) ? null : caller.member();
        List<Statement> statements = Statement.ofPool(poolId, whose);
        if (statements.isEmpty()) {
            throw Problem.notFound("statement of pool", poolId);
        }
        return statements.stream().map(statement -> statement.content).toList();
    }
}
