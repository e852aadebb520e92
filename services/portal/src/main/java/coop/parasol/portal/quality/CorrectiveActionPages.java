package coop.parasol.portal.quality;

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

/** What producers change: asking for it, accepting or refusing it, and saying whether it has worked. */
@Path("quality/corrective-actions")
@Blocking
final class CorrectiveActionPages {

    private static final int PAGE = 50;
    private static final String LIST = "/quality/corrective-actions";
    private final CaseClient quality;

    CorrectiveActionPages(@RestClient CaseClient quality) {
        this.quality = quality;
    }

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance correctiveActions(
                Listed<CaseClient.CorrectiveAction> actions, FormFields filter, String path);

        static native TemplateInstance correctiveAction(CaseClient.CorrectiveAction action, FormFields form);

        static native TemplateInstance correctionForm(FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("overdue") @Nullable String overdue,
            @QueryParam("after") @Nullable String after) {
        FormFields filter = FormFields.empty().with("state", state).with("overdue", overdue);
        String path = LIST + "?state=" + filter.text("state") + "&overdue=" + filter.text("overdue") + "&";
        return Templates.correctiveActions(
                quality.correctiveActions(
                        filter.optional("state"), filter.has("overdue", "true") ? true : null, after, PAGE),
                filter,
                path);
    }

    @GET
    @Path("request")
    public TemplateInstance form(
            @QueryParam("producer") @Nullable String producer,
            @QueryParam("product") @Nullable String product,
            @QueryParam("complaint") @Nullable String complaint) {
        return Templates.correctionForm(FormFields.empty()
                .with("memberId", producer)
                .with("product", product)
                .with("complaintId", complaint));
    }

    @POST
    @Path("request")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response request(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            CaseClient.CorrectiveAction action = quality.request(
                    form.key(),
                    new CaseClient.CorrectionRequest(
                            form.optional("memberId"),
                            form.optional("product"),
                            form.optional("request"),
                            form.optional("dueOn"),
                            form.optional("complaintId")));
            return Response.seeOther(URI.create(LIST + "/" + action.correctiveActionId()))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.correctionForm(form));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") UUID id) {
        return Templates.correctiveAction(quality.correctiveAction(id), FormFields.empty());
    }

    @POST
    @Path("{id}/accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return act(id, form, () -> quality.accept(id, form.key()));
    }

    @POST
    @Path("{id}/refuse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return act(id, form, () -> quality.refuse(id, form.key(), new CaseClient.Reason(form.optional("reason"))));
    }

    @POST
    @Path("{id}/verify")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Boolean effective = form.optional("effective") == null ? null : Boolean.valueOf(form.text("effective"));
        return act(
                id,
                form,
                () -> quality.verify(id, form.key(), new CaseClient.Verification(effective, form.optional("finding"))));
    }

    private Response act(UUID id, FormFields form, Runnable call) {
        try {
            call.run();
            return Response.seeOther(URI.create(LIST + "/" + id)).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.correctiveAction(quality.correctiveAction(id), form));
        }
    }
}
