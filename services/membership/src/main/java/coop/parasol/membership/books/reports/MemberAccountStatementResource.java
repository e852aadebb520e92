package coop.parasol.membership.books.reports;

import coop.parasol.membership.books.ledger.AccountStatements;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements of a member's parts of accounts over REST, as JSON or as CSV, for the treasurer and the member. */
@Path("/members/{memberId}/accounts/{account}/lines")
@Tag(name = "Books")
@Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
public class MemberAccountStatementResource {

    private final AccountStatements accountStatements;
    private final Caller caller;

    MemberAccountStatementResource(AccountStatements accountStatements, Caller caller) {
        this.accountStatements = accountStatements;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "getMemberAccountStatement",
            summary =
                    "Show the statement of a member's part of an account, newest line first, of all or some days; a producer reads its own")
    public Response ofMember(
            @PathParam("memberId") UUID memberId,
            @PathParam("account") String account,
            @BeanParam @Valid PageQuery query,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context HttpHeaders headers) {
        caller.requireMemberOr(memberId, "treasurer");
        Account found = AccountStatementResource.account(account);
        if (!found.perMember()) {
            throw Problem.notFound("member's part of account", account);
        }
        return AccountStatementResource.statement(
                accountStatements, found, memberId, FinancialReportResource.days(from, to), query, headers);
    }
}
