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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Recalls that are charged to what is kept back of a leaving member. */
@Path("treasury/recall-charges/{exitId}")
@Blocking
final class RecallChargePages {

    private static final int SHOWN = 100;

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final BuyInsClient members;

    RecallChargePages(@RestClient BuyInsClient members) {
        this.members = members;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance recallCharges(
                Listed<BuyInsClient.RecallCharge> charges, UUID exitId, FormFields form);
    }

    private TemplateInstance page(UUID exitId, FormFields form) {
        return Templates.recallCharges(members.charges(exitId, null, SHOWN), exitId, form);
    }

    @GET
    public TemplateInstance show(@PathParam("exitId") UUID exitId) {
        return page(exitId, FormFields.empty());
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("exitId") UUID exitId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        String home = "/treasury/recall-charges/" + exitId;
        return Check.of(words.chargeThisRecall(), words.itIsTakenFrom(), home, words.charge200(), home)
                .fact(words.numberOfTheRecalled(), form.text("batchId"))
                .fact(words.amount(), form.number("amount") + " " + form.text("currency"))
                .fact(words.whatFor(), form.text("narrative"))
                .field("batchId", form.text("batchId"))
                .field("amount", form.number("amount"))
                .field("currency", form.text("currency"))
                .field("narrative", form.text("narrative"))
                .page();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response charge(@PathParam("exitId") UUID exitId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            BuyInsClient.RecallCharge charge = members.charge(
                    exitId,
                    form.key(),
                    new BuyInsClient.Charge(
                            form.optional("batchId"),
                            new BuyInsClient.Sum(form.optionalNumber("amount"), form.optional("currency")),
                            form.optional("narrative")));
            return Done.at("/treasury/recall-charges/" + exitId, charge.chargeId());
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(exitId, form));
        }
    }
}
