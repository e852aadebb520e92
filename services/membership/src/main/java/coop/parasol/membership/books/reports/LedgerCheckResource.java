package coop.parasol.membership.books.reports;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: the conservation laws of the books, as they were checked last; every owner may ask. */
@Path("/ledger/check")
@Tag(name = "Books")
public class LedgerCheckResource {

    private static final int NOT_FOUND = 404;

    private final RunLedgerCheck runLedgerCheck;
    private final BooksAccess booksAccess;
    private final FirmCurrency currency;

    LedgerCheckResource(RunLedgerCheck runLedgerCheck, BooksAccess booksAccess, FirmCurrency currency) {
        this.runLedgerCheck = runLedgerCheck;
        this.booksAccess = booksAccess;
        this.currency = currency;
    }

    /**
     * The conservation laws, recomputed from every line.
     *
     * @param checkedAt the moment whose books were checked
     * @param entriesSumToZero every entry does, and the kept balances are the sums of the lines
     * @param netBookValueEquation members' capital + reserve + undivided remainder = assets - liabilities - the open period's income less expenses
     * @param onePerMember as many members hold a share as there are shares
     */
    public record Check(
            Instant checkedAt,
            boolean entriesSumToZero,
            boolean netBookValueEquation,
            boolean onePerMember,
            Money assets,
            Money liabilities,
            Money openIncome,
            Money equity,
            long shares) {}

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(operationId = "getLedgerCheck", summary = "Read what the last check of the books has found")
    public Check last() {
        OpenBooksResource.requireReader(booksAccess.toBooks());
        return LedgerCheck.last()
                .map(this::view)
                .orElseThrow(
                        () -> Problem.of(
                                NOT_FOUND,
                                "not-checked-yet",
                                "The books have not been checked yet; they are on a schedule, and a treasurer can have it done now."));
    }

    @POST
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "checkLedger",
            summary = "Recompute the conservation laws of the books now, from every line of the journal")
    public Response check() {
        return Response.ok(view(runLedgerCheck.run())).build();
    }

    private Check view(LedgerCheck check) {
        return new Check(
                check.checkedAt,
                check.entriesSumToZero,
                check.netBookValueEquation,
                check.onePerMember,
                currency.money(check.assets),
                currency.money(check.liabilities),
                currency.money(check.openIncome),
                currency.money(check.equity),
                check.shares);
    }
}
