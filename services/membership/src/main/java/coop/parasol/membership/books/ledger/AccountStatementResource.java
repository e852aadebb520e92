package coop.parasol.membership.books.ledger;

import coop.parasol.web.PageQuery;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements of the firm's accounts at the border, as JSON or as CSV; they are the treasurer's, because they name members. */
@Path("/ledger/accounts/{account}/lines")
@Tag(name = "Books")
@Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
public class AccountStatementResource {

    private final AccountStatements statements;

    AccountStatementResource(AccountStatements statements) {
        this.statements = statements;
    }

    @GET
    @RolesAllowed("treasurer")
    @Transactional
    @Operation(summary = "Statement of one account, newest first, with the balance after each line")
    public Response account(
            @PathParam("account") String account, @BeanParam @Valid PageQuery query, @Context HttpHeaders headers) {
        return AccountStatementPage.of(statements, AccountStatementPage.find(account), null, query, headers);
    }
}
