package coop.parasol.portal.member;

import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The firm's books, as every owner may see them. */
@Path("books")
@Blocking
final class BooksPages {

    private final BooksClient books;
    private final Parts parts;

    BooksPages(@RestClient BooksClient books, Parts parts) {
        this.books = books;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "member")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance books(
                BooksClient.BalanceSheet sheet,
                Part<BooksClient.IncomeStatement> income,
                Part<BooksClient.Check> check,
                String on);

        static native TemplateInstance trialBalance(List<BooksClient.Account> accounts, String on);
    }

    @GET
    public TemplateInstance show(@QueryParam("on") @Nullable String on) {
        Parts.Pending<BooksClient.IncomeStatement> income = parts.start(books::incomeStatement);
        Parts.Pending<BooksClient.Check> check = parts.start(books::check);
        return Templates.books(books.balanceSheet(day(on)), income.await(), check.await(), on == null ? "" : on);
    }

    @GET
    @Path("accounts")
    public TemplateInstance accounts(@QueryParam("on") @Nullable String on) {
        return Templates.trialBalance(books.accounts(day(on)), on == null ? "" : on);
    }

    @GET
    @Path("accounts.csv")
    public Response table(@QueryParam("on") @Nullable String on) {
        return Download.of(books.accountsTable(day(on)), "text/csv;charset=UTF-8", "trial-balance.csv");
    }

    @GET
    @Path("proof")
    public Response proof(@QueryParam("kept") @Nullable String kept) {
        return Download.of(books.proof(day(kept)), "application/json", "ledger-proof.json");
    }

    private static @Nullable String day(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
