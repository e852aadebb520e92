package coop.parasol.portal.quality;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
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
import java.net.URI;
import java.util.List;
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
    private final ProducerChoice producers;

    CorrectiveActionPages(@RestClient CaseClient quality, ProducerChoice producers) {
        this.quality = quality;
        this.producers = producers;
    }

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance correctiveActions(
                Listed<CaseClient.CorrectiveAction> actions, FormFields filter, String path);

        static native TemplateInstance correctiveAction(CaseClient.CorrectiveAction action, FormFields form);

        static native TemplateInstance correctionForm(FormFields form, List<String> producers);
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
        FormFields form = FormFields.empty().with("product", product).with("complaintId", complaint);
        return again(producers.named(form, "producer", producer));
    }

    private TemplateInstance again(FormFields form) {
        return Templates.correctionForm(form, producers.suggested());
    }

    @POST
    @Path("request")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response request(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        String memberId = producers.chosen(form, "producer");
        if (memberId == null) {
            form.refuse("producer", Words.of(QualityMessages.class).noProducerHasThisName());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(again(form))
                    .build();
        }
        try {
            CaseClient.CorrectiveAction action = quality.request(
                    form.key(),
                    new CaseClient.CorrectionRequest(
                            memberId,
                            form.optional("product"),
                            form.optional("request"),
                            form.optional("dueOn"),
                            form.optional("complaintId")));
            return Response.seeOther(URI.create(LIST + "/" + action.correctiveActionId()))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> again(form));
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
