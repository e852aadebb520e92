package coop.parasol.portal.quality;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What partners complain of: suspending the lot at once, and deciding. */
@Path("quality/complaints")
@Blocking
final class ComplaintPages {

    private static final int PAGE = 50;
    private static final String PATH = "/quality/complaints/";
    private final CaseClient quality;

    ComplaintPages(@RestClient CaseClient quality) {
        this.quality = quality;
    }

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance complaints(Listed<CaseClient.Complaint> complaints, FormFields filter);

        static native TemplateInstance complaint(CaseClient.Complaint complaint, FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
        FormFields filter = FormFields.empty().with("state", state);
        return Templates.complaints(quality.complaints(filter.optional("state"), after, PAGE), filter);
    }

    @GET
    @Path("{complaintId}")
    public TemplateInstance show(@PathParam("complaintId") UUID complaintId) {
        return Templates.complaint(quality.complaint(complaintId), FormFields.empty());
    }

    @POST
    @Path("{complaintId}/suspend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response suspend(@PathParam("complaintId") UUID complaintId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            quality.suspend(complaintId, form.key(), new CaseClient.Reason(form.optional("reason")));
            return Response.seeOther(URI.create(PATH + complaintId)).build();
        } catch (ServiceProblem refused) {
            return again(complaintId, form, refused);
        }
    }

    @POST
    @Path("{complaintId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("complaintId") UUID complaintId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        CaseClient.Complaint complaint = quality.complaint(complaintId);
        if (form.optional("upheld") == null) {
            form.refuse("upheld", Words.of(QualityCaseMessages.class).chooseWhetherTheComplaint());
        }
        if (form.optional("answer") == null) {
            form.refuse("answer", Words.of(QualityCaseMessages.class).writeWhatThePartner());
        }
        if (form.isRefused()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.complaint(complaint, form))
                    .build();
        }
        boolean upheld = form.text("upheld").equals("true");
        return Check.of(
                        upheld
                                ? Words.of(QualityCaseMessages.class).upholdTheComplaint()
                                : Words.of(QualityCaseMessages.class).dismissTheComplaint(),
                        Words.of(QualityCaseMessages.class).thePartnerAndThe(),
                        PATH + complaintId + "/decide",
                        Words.of(QualityCaseMessages.class).decide(),
                        PATH + complaintId)
                .fact(Words.of(QualityCaseMessages.class).lot(), complaint.lot())
                .fact(Words.of(QualityCaseMessages.class).product(), complaint.product())
                .fact(Words.of(QualityCaseMessages.class).certificate(), complaint.certificateNumber())
                .fact(Words.of(QualityCaseMessages.class).whatThePartnerSays(), complaint.description())
                .fact(Words.of(QualityCaseMessages.class).answer(), form.text("answer"))
                .form(form)
                .page();
    }

    @POST
    @Path("{complaintId}/decide")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("complaintId") UUID complaintId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            Boolean upheld = form.optional("upheld") == null ? null : Boolean.valueOf(form.text("upheld"));
            quality.decide(complaintId, form.key(), new CaseClient.ComplaintDecision(upheld, form.optional("answer")));
            return Response.seeOther(URI.create(PATH + complaintId)).build();
        } catch (ServiceProblem refused) {
            return again(complaintId, form, refused);
        }
    }

    private Response again(UUID complaintId, FormFields form, ServiceProblem refused) {
        return form.refusedBy(refused, () -> Templates.complaint(quality.complaint(complaintId), form));
    }
}
