package coop.parasol.portal.treasury;

import coop.parasol.contracts.Money;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The books: balances, statements, the journal and its check. */
@Path("treasury/books")
@Blocking
final class BookPages {

    private static final int PAGE = 50;

    private final LedgerClient ledger;
    private final Parts parts;

    BookPages(@RestClient LedgerClient ledger, Parts parts) {
        this.ledger = ledger;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance books(
                List<LedgerClient.AccountBalance> accounts,
                Money debits,
                Money credits,
                Part<LedgerClient.Check> check,
                String on);

        static native TemplateInstance account(
                Listed<LedgerClient.Line> lines, String account, BookedDays days, String more);

        static native TemplateInstance balanceSheet(LedgerClient.BalanceSheet sheet);

        static native TemplateInstance incomeStatement(LedgerClient.IncomeStatement statement);

        static native TemplateInstance entries(Listed<LedgerClient.Entry> entries, BookedDays days, String more);
    }

    @GET
    public TemplateInstance show(@QueryParam("on") @Nullable String on) {
        var check = parts.start(ledger::check);
        List<LedgerClient.AccountBalance> accounts = ledger.accounts(orNone(on));
        return Templates.books(
                accounts, sum(accounts, false), sum(accounts, true).negated(), check.await(), on == null ? "" : on);
    }

    private static Money sum(List<LedgerClient.AccountBalance> accounts, boolean credit) {
        return accounts.stream()
                .filter(account -> account.isCredit() == credit)
                .map(LedgerClient.AccountBalance::balance)
                .reduce(Money.zero(accounts.getFirst().balance().currency()), Money::plus);
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> sent) {
        ledger.checkNow(FormFields.sent(sent).key());
        return Done.at("/treasury/books");
    }

    @GET
    @Path("accounts/{account}")
    public TemplateInstance account(
            @PathParam("account") String account,
            @BeanParam BookedDays days,
            @QueryParam("after") @Nullable String after) {
        return Templates.account(
                ledger.lines(account, after, PAGE, days.first(), days.last()),
                account,
                days,
                days.more("/treasury/books/accounts/" + account));
    }

    @GET
    @Path("balance-sheet")
    public TemplateInstance balanceSheet(@QueryParam("on") @Nullable String on) {
        return Templates.balanceSheet(ledger.balanceSheet(orNone(on)));
    }

    @GET
    @Path("income-statement")
    public TemplateInstance incomeStatement(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return Templates.incomeStatement(ledger.incomeStatement(orNone(from), orNone(to)));
    }

    @GET
    @Path("entries")
    public TemplateInstance entries(@BeanParam BookedDays days, @QueryParam("after") @Nullable String after) {
        return Templates.entries(
                ledger.entries(after, PAGE, days.first(), days.last()), days, days.more("/treasury/books/entries"));
    }

    @GET
    @Path("journal.csv")
    public Response journalTable() {
        return download(ledger.journalTable(), "text/csv", "journal.csv");
    }

    @GET
    @Path("journal.hledger")
    public Response journal() {
        return download(ledger.journal(), MediaType.TEXT_PLAIN, "journal.hledger");
    }

    private static Response download(byte[] content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static @Nullable String orNone(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }
}
