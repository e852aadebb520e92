package coop.parasol.pricing.statement;

import coop.parasol.pricing.directory.ProducerNames;
import coop.parasol.pricing.document.PayoutDocuments;
import coop.parasol.pricing.document.PayoutDocuments.StatementDocument;
import coop.parasol.pricing.document.PayoutDocuments.StatementKey;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: payout statements; a producer reads its own and can recompute every line. */
@Path("/statements")
@Tag(name = "Payout statements")
@RolesAllowed({"pricing-desk", "treasurer", "producer"})
public class PayoutStatementResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String[] DESKS = {"pricing-desk", "treasurer"};

    private final ProducerNames producerNames;
    private final PayoutDocuments documents;
    private final Caller caller;

    PayoutStatementResource(ProducerNames producerNames, PayoutDocuments documents, Caller caller) {
        this.producerNames = producerNames;
        this.documents = documents;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(summary = "List the payout statements, newest first; a producer sees its own")
    public Page<PayoutStatementView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = visibleMember();
        return named(query.newestFirst(
                (before, maxRows) -> PayoutStatement.newestFirst(memberId, before, maxRows),
                statement -> statement.id));
    }

    @GET
    @Path("/{poolId}")
    @Transactional
    @Operation(
            operationId = "listPayoutStatementsOfPool",
            summary = "List the payout statements of the pool of a product and period; a producer sees its own")
    public Page<PayoutStatementView> ofPool(@PathParam("poolId") UUID poolId, @BeanParam @Valid PageQuery query) {
        UUID memberId = visibleMember();
        Page<PayoutStatement> page = query.byId(
                (after, maxRows) -> PayoutStatement.ofPool(poolId, memberId, after, maxRows),
                statement -> statement.id);
        if (page.items().isEmpty()
                && PayoutStatement.ofPool(poolId, memberId, BEFORE_ALL, 1).isEmpty()) {
            throw Problem.notFound("payout statement of pool", poolId);
        }
        return named(page);
    }

    @GET
    @Path("/{settlementId}/members/{memberId}.csv")
    @Produces("text/csv")
    @Transactional
    @Operation(
            operationId = "getPayoutStatementFile",
            summary = "Download a member's payout statement as a table that proves itself; a producer reads its own")
    public Response file(@PathParam("settlementId") UUID settlementId, @PathParam("memberId") UUID memberId) {
        caller.requireMemberOr(memberId, DESKS);
        PayoutStatement statement = PayoutStatement.of(settlementId, memberId)
                .orElseThrow(() -> Problem.notFound("payout statement of settlement", settlementId));
        PoolFigures figures = PublishedPool.of(List.of(settlementId)).get(settlementId);
        if (figures == null) {
            throw Problem.notFound("published pool of settlement", settlementId);
        }
        String name = producerNames.of(List.of(memberId)).get(memberId);
        String file = "payout-%s-%s-%d.csv".formatted(figures.product(), figures.period(), figures.number());
        return Response.ok(StatementFile.csv(figures, statement.content, name))
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    private Page<PayoutStatementView> named(Page<PayoutStatement> page) {
        Map<UUID, String> names = producerNames.of(
                page.items().stream().map(statement -> statement.memberId).toList());
        Map<UUID, PoolFigures> figures = PublishedPool.of(
                page.items().stream().map(statement -> statement.settlementId).toList());
        Map<StatementKey, StatementDocument> drawnUp = documents.ofStatements(
                page.items().stream().map(statement -> statement.settlementId).toList(),
                page.items().stream().map(statement -> statement.memberId).toList());
        return page.map(statement -> PayoutStatementView.of(
                statement.content,
                names.get(statement.memberId),
                figures.get(statement.settlementId),
                drawnUp.get(new StatementKey(statement.settlementId, statement.memberId))));
    }

    /** The member whose statements the caller may read; null for all. */
    private @Nullable UUID visibleMember() {
        return caller.hasAny(DESKS) ? null : caller.member();
    }
}
