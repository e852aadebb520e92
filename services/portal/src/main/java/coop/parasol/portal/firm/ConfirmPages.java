package coop.parasol.portal.firm;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.PublicPage;
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
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The page of the link by which an applicant confirms its e-mail address. To look at it changes nothing, for mail programs look at
 * links by themselves; the button does.
 */
@Path("join")
@Blocking
@PublicPage
final class ConfirmPages {

    private final MembershipApplicationClient membership;

    ConfirmPages(@RestClient MembershipApplicationClient membership) {
        this.membership = membership;
    }

    @CheckedTemplate(basePath = "firm")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confirm(String token, FormFields form);

        static native TemplateInstance confirmed();
    }

    @GET
    @Path("confirm/{token}")
    public TemplateInstance show(@PathParam("token") String token) {
        return Templates.confirm(token, FormFields.empty());
    }

    @POST
    @Path("confirm/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("token") String token, MultivaluedMap<String, String> sent) {
        try {
            membership.confirm(new MembershipApplicationClient.Confirmation(token));
            return Response.seeOther(URI.create("/join/confirmed")).build();
        } catch (ServiceProblem refused) {
            if (refused.document().code().equals("link-used")) {
                return Response.seeOther(URI.create("/join/confirmed")).build();
            }
            FormFields form = FormFields.sent(sent);
            return form.refusedBy(refused, () -> Templates.confirm(token, form));
        }
    }

    @GET
    @Path("confirmed")
    public TemplateInstance confirmed() {
        return Templates.confirmed();
    }
}
