package coop.parasol.portal.production;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Corrective actions that a producer was asked for or announces itself: the answer, and the proof that it has worked. */
@Path("my-corrective-actions")
@Blocking
final class CorrectiveActionPages {

    private static final int PAGE = 50;

    private final QualityRecordClient quality;

    CorrectiveActionPages(@RestClient QualityRecordClient quality) {
        this.quality = quality;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance correctiveActions(Listed<QualityRecordClient.CorrectiveAction> actions);

        static native TemplateInstance correctiveAction(QualityRecordClient.CorrectiveAction action, FormFields form);

        static native TemplateInstance announceAction(FormFields form);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.correctiveActions(quality.correctiveActions(null, after, PAGE));
    }

    @GET
    @Path("new")
    public TemplateInstance form(@QueryParam("product") @Nullable String product) {
        return Templates.announceAction(FormFields.empty().with("product", product));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response announce(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            return shown(quality.announce(
                    form.key(),
                    new QualityRecordClient.Announcement(
                            form.optional("product"),
                            form.optional("cause"),
                            form.optional("action"),
                            form.optional("owner"),
                            form.optional("dueOn"))));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.announceAction(form));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") UUID id) {
        QualityRecordClient.CorrectiveAction action = quality.correctiveAction(id);
        return Templates.correctiveAction(action, FormFields.empty().with("dueOn", action.dueOn()));
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            return shown(quality.answer(
                    id,
                    form.key(),
                    new QualityRecordClient.ActionAnswer(
                            form.optional("cause"),
                            form.optional("action"),
                            form.optional("owner"),
                            form.optional("dueOn"))));
        } catch (ServiceProblem refused) {
            return again(id, form, refused);
        }
    }

    @POST
    @Path("{id}/proof")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response prove(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            return shown(quality.prove(id, form.key(), new QualityRecordClient.Proof(form.optional("proof"))));
        } catch (ServiceProblem refused) {
            return again(id, form, refused);
        }
    }

    private Response again(UUID id, FormFields form, ServiceProblem refused) {
        return form.refusedBy(refused, () -> Templates.correctiveAction(quality.correctiveAction(id), form));
    }

    private static Response shown(QualityRecordClient.CorrectiveAction action) {
        return Response.seeOther(URI.create("/my-corrective-actions/" + action.correctiveActionId()))
                .build();
    }
}
