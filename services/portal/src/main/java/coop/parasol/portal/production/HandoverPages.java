package coop.parasol.portal.production;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
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

/** What a producer hands over to another inside the freeze, and what another hands over to it. */
@Path("sharing/handovers")
@Blocking
final class HandoverPages {

    static final String HOME = "/sharing/handovers";

    private static final int PAGE = 50;

    private final SharingClient sharing;

    HandoverPages(@RestClient SharingClient sharing) {
        this.sharing = sharing;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance handovers(Listed<SharingClient.Handover> handovers, FormFields form);
    }

    @GET
    public TemplateInstance show(@QueryParam("after") @Nullable String after) {
        return page(after, FormFields.empty());
    }

    private TemplateInstance page(@Nullable String after, FormFields form) {
        return Templates.handovers(sharing.handovers(after, PAGE), form);
    }

    @POST
    @Path("{handoverId}/acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(@PathParam("handoverId") UUID handoverId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            sharing.accept(handoverId, form.key(), new SharingClient.Acceptance(form.optional("route")));
            return Done.at(HOME);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(null, form));
        }
    }

    @POST
    @Path("{handoverId}/end")
    public Response end(@PathParam("handoverId") UUID handoverId) {
        sharing.end(handoverId);
        return Done.at(HOME);
    }
}
