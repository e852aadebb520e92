package coop.parasol.portal.member;

import coop.parasol.pdf.Pdf;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A member's money: what is owed to it and when, what pools have paid, and annual statements. */
@Path("money")
@Blocking
final class MoneyPages {

    private static final int PAGE = 50;
    private static final int MOST = 200;

    private final MoneyClient money;
    private final PoolStatementClient statements;
    private final ProfileClient profile;
    private final ShareClient share;
    private final Parts parts;
    private final Person person;
    private final Firm firm;

    MoneyPages(
            @RestClient MoneyClient money,
            @RestClient PoolStatementClient statements,
            @RestClient ProfileClient profile,
            @RestClient ShareClient share,
            Parts parts,
            Person person,
            Firm firm) {
        this.money = money;
        this.statements = statements;
        this.profile = profile;
        this.share = share;
        this.parts = parts;
        this.person = person;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "member")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance money(
                Listed<MoneyClient.Payable> payables,
                Part<Listed<PoolStatementClient.Statement>> statements,
                Part<ShareClient.Equity> equity,
                List<Integer> years);

        static native TemplateInstance statements(Listed<PoolStatementClient.Statement> statements);

        static native TemplateInstance statement(
                List<PoolStatementClient.Statement> statements,
                Part<List<MoneyClient.Payout>> payouts,
                Part<List<MoneyClient.Payable>> taxes);

        static native TemplateInstance statementDocument(
                ProfileClient.Member member, List<PoolStatementClient.Statement> statements);

        static native TemplateInstance annualDocument(MoneyClient.AnnualStatement statement);

        static native TemplateInstance payable(MoneyClient.PayableDetail detail);
    }

    @GET
    public TemplateInstance show(@QueryParam("after") @Nullable String after) {
        UUID memberId = OwnMember.of(person);
        Parts.Pending<Listed<PoolStatementClient.Statement>> newest = parts.start(() -> statements.statements(null, 5));
        Parts.Pending<ShareClient.Equity> pending = parts.start(() -> share.equity(memberId));
        Listed<MoneyClient.Payable> payables = money.payables(null, after, PAGE);
        Part<ShareClient.Equity> equity = pending.await();
        return Templates.money(payables, newest.await(), equity, years(equity));
    }

    private List<Integer> years(Part<ShareClient.Equity> self) {
        int present = firm.today().getYear();
        Instant since = self.isLoaded() ? self.value().shareIssuedAt() : null;
        int first = since == null ? present : since.atZone(firm.zone()).getYear();
        return IntStream.rangeClosed(0, present - first)
                .mapToObj(before -> present - before)
                .toList();
    }

    @GET
    @Path("statements")
    public TemplateInstance statements(@QueryParam("after") @Nullable String after) {
        return Templates.statements(statements.statements(after, PAGE));
    }

    @GET
    @Path("statements/{poolId}")
    public TemplateInstance statement(@PathParam("poolId") UUID poolId) {
        Parts.Pending<List<MoneyClient.Payout>> payouts =
                parts.start(() -> money.payouts(null, MOST).items());
        List<PoolStatementClient.Statement> found = statementsOf(poolId);
        boolean taxed = found.stream()
                .map(PoolStatementClient.Statement::document)
                .anyMatch(document -> document != null && document.taxOnTop() != null);
        Parts.Pending<List<MoneyClient.Payable>> taxes = parts.start(
                () -> taxed ? money.payablesOf("PAYOUT_TAX", "-dueOn", MOST).items() : List.of());
        return Templates.statement(found, payouts.await(), taxes.await());
    }

    private List<PoolStatementClient.Statement> statementsOf(UUID poolId) {
        List<PoolStatementClient.Statement> found =
                statements.statements(poolId, null, PAGE).items();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return found;
    }

    @GET
    @Path("statements/{poolId}/pdf")
    public Response statementPdf(@PathParam("poolId") UUID poolId) {
        List<PoolStatementClient.Statement> found = statementsOf(poolId);
        ProfileClient.Member member = profile.member(OwnMember.of(person)).getEntity();
        return Download.of(
                Pdf.of(Templates.statementDocument(member, found).render()),
                "application/pdf",
                "pool-statement-" + poolId + ".pdf");
    }

    @GET
    @Path("statements/{settlementId}/download")
    public Response statementFile(@PathParam("settlementId") UUID settlementId) {
        return Download.of(
                statements.statementFile(settlementId, OwnMember.of(person)),
                "text/csv;charset=UTF-8",
                "pool-statement-" + settlementId + ".csv");
    }

    @GET
    @Path("payables/{payableId}")
    public TemplateInstance payable(@PathParam("payableId") UUID payableId) {
        return Templates.payable(money.payable(payableId));
    }

    @GET
    @Path("annual/{year: [0-9]{4}}")
    public Response annual(@PathParam("year") int year) {
        return Download.of(
                Pdf.of(Templates.annualDocument(money.annualStatement(OwnMember.of(person), year))
                        .render()),
                "application/pdf",
                "annual-statement-" + year + ".pdf");
    }
}
