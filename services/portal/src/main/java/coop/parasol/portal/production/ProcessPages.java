package coop.parasol.portal.production;

import coop.parasol.portal.client.ServiceProblem;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a producer makes its products: its work centres with their hours, its closed days and the steps of each product. */
@Path("process")
@Blocking
final class ProcessPages {

    private static final int WEEKS = 8;
    private final ProcessClient production;
    private final Parts parts;

    ProcessPages(@RestClient ProcessClient production, Parts parts) {
        this.production = production;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance processPlan(
                FormFields form, Part<List<ProcessClient.WeekLoad>> loads, boolean saved);
    }

    @GET
    public TemplateInstance show(@QueryParam("saved") @Nullable String saved) {
        RestResponse<ProcessClient.Plan> found = production.plan();
        return page(ProcessForm.of(found.getEntity(), found.getHeaderString("ETag")), saved != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        ProcessClient.NewPlan typed = ProcessForm.read(form);
        if (form.isRefused()) {
            return form.incomplete(() -> page(form, false));
        }
        try {
            production.set(form.text("tag"), typed);
            return Response.seeOther(URI.create("/process?saved=yes")).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(ProcessForm.atFields(refused), () -> page(form, false));
        }
    }

    private TemplateInstance page(FormFields form, boolean saved) {
        return Templates.processPlan(form, parts.load(() -> production.loads(WEEKS)), saved);
    }
}
