package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What the firm owes its members, and what the bank has done with each. */
@Path("treasury/payables")
@Blocking
final class PayablePages {

    private static final int PAGE = 50;

    /** No state of the service: what two treasurers are to decide about, whatever its state. */
    static final String AWAITS_DECISION = "AWAITS_DECISION";

    private static final List<String> STATES =
            List.of(AWAITS_DECISION, "OPEN", "HELD", "IN_RUN", "PAID", "RETURNED", "CANCELLED");
    private static final String HOME = "/treasury/payables/";

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final PaymentsClient payments;
    private final HoldDecisionsClient holds;
    private final Parts parts;

    PayablePages(@RestClient PaymentsClient payments, @RestClient HoldDecisionsClient holds, Parts parts) {
        this.payments = payments;
        this.holds = holds;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance payables(
                Listed<PaymentsClient.Payable> payables, List<String> states, String state, ListOrder order);

        static native TemplateInstance payable(
                PaymentsClient.Payable p,
                List<PaymentsClient.Step> history,
                Part<Listed<HoldDecisionsClient.HoldDecision>> holds,
                List<HoldDecisionsClient.HoldDecision> decisions,
                FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String chosen = state == null ? "" : state;
        ListOrder order = ListOrder.of(
                ListAddress.of("/treasury/payables").with("state", chosen).more(), sort);
        return Templates.payables(
                chosen.equals(AWAITS_DECISION)
                        ? payments.payables(after, PAGE, null, true, order.chosen())
                        : payments.payables(after, PAGE, chosen.isEmpty() ? null : chosen, null, order.chosen()),
                STATES,
                chosen,
                order);
    }

    @GET
    @Path("{payableId}")
    public TemplateInstance show(@PathParam("payableId") UUID payableId) {
        return page(payableId, FormFields.empty());
    }

    private TemplateInstance page(UUID payableId, FormFields form) {
        var proposed = parts.start(() -> holds.decisions(payableId, HoldDecisionPages.SHOWN));
        PaymentsClient.Detail detail = payments.payable(payableId);
        Part<Listed<HoldDecisionsClient.HoldDecision>> decisions = proposed.await();
        return Templates.payable(
                detail.payable(),
                detail.history(),
                decisions,
                decisions.isLoaded() ? decisions.value().items() : List.of(),
                form);
    }

    @POST
    @Path("{payableId}/check-payment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkPayment(@PathParam("payableId") UUID payableId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("bankReference");
        return check(
                payableId,
                form,
                words.hasTheBankPaid(),
                words.thePaymentIsBooked(),
                "payment",
                words.enterThePayment182());
    }

    @POST
    @Path("{payableId}/check-return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkReturn(@PathParam("payableId") UUID payableId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("bankReference", "reason");
        return check(
                payableId,
                form,
                words.hasThisPaymentCome(),
                words.thePaymentIsReversed(),
                "return",
                words.enterTheReturn());
    }

    private Response check(UUID payableId, FormFields form, String title, String what, String action, String button) {
        if (form.isRefused()) {
            return form.incomplete(() -> page(payableId, form));
        }
        PaymentsClient.Payable payable = payments.payable(payableId).payable();
        String total = DeskFormats.sum(payable.amount());
        return Check.of(title, what, HOME + payableId + "/" + action, button, HOME + payableId)
                .fact(words.whatFor(), payable.narrative())
                .fact(words.amount(), total)
                .fact(words.bankAccount(), payable.iban())
                .fact(words.bankReference(), form.text("bankReference"))
                .fact(words.reason(), form.text("reason"))
                .field("bankReference", form.text("bankReference"))
                .field("reason", form.text("reason"))
                .page();
    }

    @POST
    @Path("{payableId}/payment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response paid(@PathParam("payableId") UUID payableId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return entered(
                payableId,
                form,
                () -> payments.paid(
                        payableId, form.key(), new PaymentsClient.PayablePayment(form.optional("bankReference"))));
    }

    @POST
    @Path("{payableId}/rejection")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rejected(@PathParam("payableId") UUID payableId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return entered(
                payableId,
                form,
                () -> payments.rejected(payableId, form.key(), new PaymentsClient.Rejection(form.optional("reason"))));
    }

    @POST
    @Path("{payableId}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response returned(@PathParam("payableId") UUID payableId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return entered(
                payableId,
                form,
                () -> payments.returned(
                        payableId,
                        form.key(),
                        new PaymentsClient.Return(form.optional("bankReference"), form.optional("reason"))));
    }

    private Response entered(UUID payableId, FormFields form, Runnable entry) {
        try {
            entry.run();
            return Done.at(HOME + payableId, payableId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(payableId, form));
        }
    }
}
