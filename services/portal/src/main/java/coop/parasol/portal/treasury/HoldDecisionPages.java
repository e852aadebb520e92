package coop.parasol.portal.treasury;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What two treasurers decide where the bank says something of a payable that no set-off explains: it was paid, or is owed. */
@Path("treasury/payables/{payableId}/hold-decisions")
@Blocking
final class HoldDecisionPages {

    /** At most so many proposals are shown of a payable. */
    static final int SHOWN = 50;

    private static final String PAYABLES = "/treasury/payables/";
    private static final String PAID = "PAID";

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final HoldMessages holdWords = Words.of(HoldMessages.class);
    private final PaymentsClient payments;
    private final HoldDecisionsClient decisions;

    HoldDecisionPages(@RestClient PaymentsClient payments, @RestClient HoldDecisionsClient decisions) {
        this.payments = payments;
        this.decisions = decisions;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance proposeHoldDecision(PaymentsClient.Payable p, FormFields form);
    }

    @GET
    @Path("propose")
    public TemplateInstance form(@PathParam("payableId") UUID payableId) {
        PaymentsClient.Payable payable = payments.payable(payableId).payable();
        FormFields form = FormFields.empty();
        if (payable.reportedPaid() != null) {
            form.with("decision", PAID)
                    .with("paid.amount.amount", payable.reportedPaid().decimal().toPlainString())
                    .with("paid.bankReference", payable.reportedReference());
        }
        return Templates.proposeHoldDecision(payable, form);
    }

    @POST
    @Path("propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(@PathParam("payableId") UUID payableId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        PaymentsClient.Payable payable = payments.payable(payableId).payable();
        HoldDecisionsClient.NewTransfer paid = form.has("decision", PAID)
                ? new HoldDecisionsClient.NewTransfer(
                        new LedgerClient.Sum(
                                form.optional("paid.amount.amount"),
                                payable.amount().currency()),
                        form.optional("paid.bankReference"))
                : null;
        try {
            HoldDecisionsClient.HoldDecision proposed = decisions.propose(
                    payableId,
                    form.key(),
                    new HoldDecisionsClient.NewDecision(form.optional("decision"), paid, form.optional("reason")));
            return Done.at(PAYABLES + payableId, DeskFormats.brief(proposed.decisionId()));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.proposeHoldDecision(payable, form));
        }
    }

    @POST
    @Path("{decisionId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("payableId") UUID payableId, @PathParam("decisionId") UUID decisionId) {
        PaymentsClient.Payable payable = payments.payable(payableId).payable();
        HoldDecisionsClient.HoldDecision decision = decisions.decisions(payableId, SHOWN).items().stream()
                .filter(one -> one.decisionId().equals(decisionId))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        boolean isPaid = decision.decision().equals(PAID);
        Check check = Check.of(
                        isPaid ? holdWords.hasTheBankPaid() : holdWords.isItOwed(),
                        isPaid ? holdWords.paidIsBooked() : holdWords.theHoldIsLifted(),
                        PAYABLES + payableId + "/hold-decisions/" + decisionId + "/approval",
                        isPaid ? holdWords.approvePaid() : holdWords.approveOwed(),
                        PAYABLES + payableId)
                .fact(words.member(), payable.memberName())
                .fact(words.whatFor(), payable.narrative())
                .fact(words.amount(), DeskFormats.sum(payable.amount()))
                .fact(holdWords.setOff(), DeskFormats.sum(payable.setOff()))
                .fact(holdWords.whatWasFoundOut(), decision.reason())
                .fact(words.proposedBy(), DeskFormats.actor(decision.proposedBy()));
        HoldDecisionsClient.Transfer paid = decision.paid();
        if (paid != null) {
            check.fact(holdWords.paidByTheBank(), DeskFormats.sum(paid.amount()))
                    .fact(words.bankReference(), paid.bankReference());
        }
        return check.page();
    }

    @POST
    @Path("{decisionId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(
            @PathParam("payableId") UUID payableId,
            @PathParam("decisionId") UUID decisionId,
            MultivaluedMap<String, String> sent) {
        decisions.approve(payableId, decisionId, FormFields.sent(sent).key());
        return Done.at(PAYABLES + payableId, DeskFormats.brief(decisionId));
    }

    @POST
    @Path("{decisionId}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("payableId") UUID payableId, @PathParam("decisionId") UUID decisionId) {
        decisions.withdraw(payableId, decisionId);
        return Done.at(PAYABLES + payableId);
    }
}
