package coop.parasol.portal.partner;

import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
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

/** What a partner complains of, by the number of the certificate on the goods, and what the quality desk has answered. */
@Path("complaints")
@Blocking
final class ComplaintPages {

    private static final int PAGE = 50;
    private static final List<String> STATES = List.of("OPEN", "UPHELD", "DISMISSED");
    private static final List<String> CLASSES = List.of("MINOR", "MAJOR", "CRITICAL");

    private final ComplaintClient quality;

    ComplaintPages(@RestClient ComplaintClient quality) {
        this.quality = quality;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance complaints(
                Listed<ComplaintClient.Complaint> complaints, List<String> states, String state, String more);

        static native TemplateInstance complaint(ComplaintClient.Complaint complaint, boolean reported);

        static native TemplateInstance complain(FormFields form, List<String> classes);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        return Templates.complaints(
                quality.complaints(chosen, after, PAGE),
                STATES,
                chosen == null ? "" : chosen,
                ListAddress.of("/complaints").with("state", chosen).more());
    }

    /** The form, which knows the goods where it is opened from a delivery. */
    @GET
    @Path("new")
    public TemplateInstance form(
            @QueryParam("certificate") @Nullable String certificate, @QueryParam("unit") @Nullable String unit) {
        return Templates.complain(
                FormFields.empty().with("certificateNumber", certificate).with("unit", unit), CLASSES);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        String quantity = form.optionalNumber("quantity");
        try {
            ComplaintClient.Complaint made = quality.report(
                    form.key(),
                    new ComplaintClient.Report(
                            form.optional("certificateNumber"),
                            form.optional("defectClass"),
                            quantity == null ? null : new PartnerClient.Amount(quantity, form.text("unit")),
                            form.optional("description")));
            return Response.seeOther(URI.create("/complaints/" + made.complaintId() + "?reported=yes"))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(FieldPaths.ofWhole(refused, "quantity"), () -> Templates.complain(form, CLASSES));
        }
    }

    @GET
    @Path("{complaintId}")
    public TemplateInstance show(
            @PathParam("complaintId") UUID complaintId, @QueryParam("reported") @Nullable String reported) {
        return Templates.complaint(quality.complaint(complaintId), reported != null);
    }
}
