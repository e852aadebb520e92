package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Payment runs: one treasurer drafts, a second approves, and the bank pays. */
@Path("treasury/runs")
@Blocking
final class RunPages {

    private static final List<String> STATES = List.of("DRAFT", "APPROVED", "WITHDRAWN");
    private static final int PAGE = 50;
    private static final String HOME = "/treasury/runs/";

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final PaymentsClient payments;
    private final Firm firm;

    RunPages(@RestClient PaymentsClient payments, Firm firm) {
        this.payments = payments;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance runs(
                Listed<PaymentsClient.PaymentRun> runs, List<String> states, String state, ListOrder order);

        static native TemplateInstance run(
                PaymentsClient.PaymentRun run, List<PaymentsClient.Payable> items, String seen);

        static native TemplateInstance draftRun(FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        ListOrder order = ListOrder.of(
                ListAddress.of("/treasury/runs").with("state", chosen).more(), sort);
        return Templates.runs(
                payments.runs(after, PAGE, chosen, order.chosen()), STATES, chosen == null ? "" : chosen, order);
    }

    @GET
    @Path("draft")
    public TemplateInstance form() {
        return Templates.draftRun(FormFields.empty().with("dueUntil", firm.today()));
    }

    @POST
    @Path("draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draft(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            PaymentsClient.PaymentRun run =
                    payments.draft(form.key(), new PaymentsClient.PaymentRunDraft(form.optional("dueUntil")));
            return Done.at(HOME + run.runId(), DeskFormats.brief(run.runId()));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.draftRun(form));
        }
    }

    @GET
    @Path("{runId}")
    public TemplateInstance show(@PathParam("runId") UUID runId) {
        var run = payments.run(runId);
        List<PaymentsClient.Payable> items = run.getEntity().items();
        return Templates.run(run.getEntity(), items == null ? List.of() : items, run.getHeaderString(HttpHeaders.ETAG));
    }

    @GET
    @Path("{runId}/pain.001.xml")
    public Response bankFile(@PathParam("runId") UUID runId) {
        return Response.ok(payments.bankFile(runId), MediaType.APPLICATION_XML)
                .header("Content-Disposition", "attachment; filename=\"pain.001-" + runId + ".xml\"")
                .build();
    }

    @POST
    @Path("{runId}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("runId") UUID runId, MultivaluedMap<String, String> sent) {
        payments.withdraw(runId, FormFields.sent(sent).text("seen"));
        return Done.at(HOME + runId, DeskFormats.brief(runId));
    }

    @POST
    @Path("{runId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("runId") UUID runId, MultivaluedMap<String, String> sent) {
        PaymentsClient.PaymentRun run = payments.run(runId).getEntity();
        return Check.of(
                        words.approveThisPaymentRun(),
                        words.theBankPaysWhat(),
                        HOME + runId + "/approval",
                        words.approveAndPay(),
                        HOME + runId)
                .fact(words.paymentRun(), DeskFormats.brief(runId))
                .fact(words.payables(), String.valueOf(run.payables()))
                .fact(words.sum(), DeskFormats.sum(run.total()))
                .fact(words.drafted(), DeskFormats.actor(run.draftedBy()))
                .field("seen", FormFields.sent(sent).text("seen"))
                .page();
    }

    @POST
    @Path("{runId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("runId") UUID runId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        payments.approve(runId, form.text("seen"), form.key());
        return Done.at(HOME + runId, DeskFormats.brief(runId));
    }
}
