package coop.parasol.membership.books.ledger;

import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.web.Caller;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements of a member's parts of the accounts at the border, as JSON or as CSV. */
@Path("/members/{memberId}/accounts/{account}/lines")
@Tag(name = "Books")
@Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
public class MemberAccountStatementResource {

    private final AccountStatements statements;
    private final Caller caller;

    MemberAccountStatementResource(AccountStatements statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "Statement of a member's part of an account; a producer sees its own")
    public Response member(
            @PathParam("memberId") UUID memberId,
            @PathParam("account") String account,
            @BeanParam @Valid PageQuery query,
            @Context HttpHeaders headers) {
        caller.requireMemberOr(memberId, "treasurer");
        Account found = AccountStatementPage.find(account);
        if (!found.perMember()) {
            throw Problem.notFound("member's part of account", account);
        }
        return AccountStatementPage.of(statements, found, memberId, query, headers);
    }
}
