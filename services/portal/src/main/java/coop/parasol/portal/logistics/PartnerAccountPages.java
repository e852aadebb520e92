package coop.parasol.portal.logistics;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
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

/** Who signs in for a partner: accounts for its people, and their first passwords. */
@Path("logistics/partners/{partnerId}/accounts")
@Blocking
final class PartnerAccountPages {

    private static final int PAGE = 20;

    private final LogisticsClient logistics;
    private final PartnerAccountClient accounts;
    private final Parts parts;

    PartnerAccountPages(@RestClient LogisticsClient logistics, @RestClient PartnerAccountClient accounts, Parts parts) {
        this.logistics = logistics;
        this.accounts = accounts;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "logistics")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance accounts(
                LogisticsClient.Partner partner, Part<Listed<PartnerAccountClient.Account>> accounts, FormFields form);

        static native TemplateInstance password(UUID partnerId, PartnerAccountClient.OneTimePassword issued);
    }

    private static String home(UUID partnerId) {
        return "/logistics/partners/" + partnerId + "/accounts";
    }

    @GET
    public TemplateInstance list(@PathParam("partnerId") UUID partnerId, @QueryParam("after") @Nullable String after) {
        return page(partnerId, after, FormFields.empty());
    }

    private TemplateInstance page(UUID partnerId, @Nullable String after, FormFields form) {
        var known = parts.start(() -> accounts.accounts(partnerId, after, PAGE));
        return Templates.accounts(logistics.partner(partnerId).getEntity(), known.await(), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@PathParam("partnerId") UUID partnerId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            accounts.make(
                    partnerId,
                    form.key(),
                    new PartnerAccountClient.AccountDraft(
                            form.optional("email"), form.optional("name"), form.optional("language")));
            return Done.at(home(partnerId), form.text("email"));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(partnerId, null, form));
        }
    }

    @POST
    @Path("{accountId}/invitation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(
            @PathParam("partnerId") UUID partnerId,
            @PathParam("accountId") UUID accountId,
            MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            PartnerAccountClient.Invitation invitation = accounts.invite(
                    partnerId,
                    accountId,
                    form.key(),
                    new PartnerAccountClient.InvitationLanguage(form.optional("language")));
            return Done.at(home(partnerId), invitation.sentTo());
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(partnerId, null, form));
        }
    }

    @POST
    @Path("{accountId}/one-time-password")
    public TemplateInstance issuePassword(
            @PathParam("partnerId") UUID partnerId, @PathParam("accountId") UUID accountId) {
        return Templates.password(partnerId, accounts.issuePassword(partnerId, accountId));
    }
}
