package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Payments for shares, as the bank has received them. */
@Path("treasury/buy-ins")
@Blocking
final class BuyInPages {

    private static final int PAGE = 50;
    private static final String HOME = "/treasury/buy-ins/";

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final BuyInsClient buyIns;

    BuyInPages(@RestClient BuyInsClient buyIns) {
        this.buyIns = buyIns;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance buyIns(Listed<BuyInsClient.Member> members);

        static native TemplateInstance buyIn(BuyInsClient.Invoice invoice, UUID memberId, FormFields form);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.buyIns(buyIns.members(after, PAGE, "ADMITTED"));
    }

    @GET
    @Path("{memberId}")
    public TemplateInstance show(@PathParam("memberId") UUID memberId) {
        return Templates.buyIn(buyIns.invoice(memberId), memberId, FormFields.empty());
    }

    @POST
    @Path("{memberId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        BuyInsClient.Invoice invoice = buyIns.invoice(memberId);
        form.requireAmount("amount");
        form.require("bankReference");
        if (form.isRefused()) {
            return form.incomplete(() -> Templates.buyIn(invoice, memberId, form));
        }
        return Check.of(
                        words.enterThisPaymentFor(),
                        words.theFirstPaymentIssues(),
                        HOME + memberId,
                        words.enterThePayment182(),
                        HOME + memberId)
                .fact(words.firm(), invoice.name())
                .fact(words.invoice(), invoice.number())
                .fact(words.amountReceived(), form.number("amount") + " " + form.text("currency"))
                .fact(words.bankReference(), form.text("bankReference"))
                .field("amount", form.number("amount"))
                .field("currency", form.text("currency"))
                .field("bankReference", form.text("bankReference"))
                .page();
    }

    @POST
    @Path("{memberId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            buyIns.enter(
                    memberId,
                    form.key(),
                    new BuyInsClient.BuyIn(
                            new BuyInsClient.Sum(form.optionalNumber("amount"), form.optional("currency")),
                            form.optional("bankReference")));
            return Done.at(HOME + memberId, form.text("bankReference"));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.buyIn(buyIns.invoice(memberId), memberId, form));
        }
    }
}
