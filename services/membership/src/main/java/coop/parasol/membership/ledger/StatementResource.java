package coop.parasol.membership.ledger;

import coop.parasol.border.Caller;
import coop.parasol.border.Page;
import coop.parasol.border.PageQuery;
import coop.parasol.border.Problem;
import coop.parasol.membership.ledger.rules.Account;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Account statements at the border, as JSON or as CSV: all of them for the treasurer, a member's own for the member. */
@Path("/")
@Tag(name = "Books")
@Produces({MediaType.APPLICATION_JSON, Formats.CSV})
public class StatementResource {

    private final Statements statements;
    private final Caller caller;

    StatementResource(Statements statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @Path("/ledger/accounts/{account}/lines")
    @RolesAllowed("treasurer")
    @Transactional
    @Operation(summary = "Statement of one account, newest first, with the balance after each line")
    public Response account(
            @PathParam("account") String account, @BeanParam @Valid PageQuery query, @Context HttpHeaders headers) {
        return page(find(account), null, query, headers);
    }

    @GET
    @Path("/members/{memberId}/accounts/{account}/lines")
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "Statement of a member's part of an account; a producer sees its own")
    public Response member(
            @PathParam("memberId") UUID memberId,
            @PathParam("account") String account,
            @BeanParam @Valid PageQuery query,
            @Context HttpHeaders headers) {
        caller.requireMemberOr(memberId, "treasurer");
        Account found = find(account);
        if (!found.perMember()) {
            throw Problem.notFound("member's part of account", account);
        }
        return page(found, memberId, query, headers);
    }

    private Response page(Account account, @Nullable UUID memberId, PageQuery query, HttpHeaders headers) {
        String[] cursor = query.afterText().split("\\.", -1);
        long entry = Long.MAX_VALUE;
        int line = Short.MAX_VALUE;
        if (query.after != null) {
            try {
                entry = Long.parseLong(cursor[0]);
                line = cursor.length == 2 ? Short.parseShort(cursor[1]) : 0;
            } catch (NumberFormatException e) {
                throw Problem.invalid("after", "malformed-cursor", "Take the cursor `next` of the page before.");
            }
        }
        List<Statements.Line> lines = statements.of(account, memberId, entry, line, query.fetch());
        Page<Statements.Line> page = Page.of(lines, query.limit, Statements.Line::cursor);
        return Formats.of(headers, page, () -> Statements.table(page.items()));
    }

    private static Account find(String name) {
        for (Account account : Account.values()) {
            if (account.name().equals(name)) {
                return account;
            }
        }
        throw Problem.notFound("account", name);
    }
}
