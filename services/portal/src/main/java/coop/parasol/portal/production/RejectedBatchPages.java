package coop.parasol.portal.production;

import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.FormRedirects;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What a producer does with a rejected lot: rework it, sort it, or give it up; none of it can be undone. */
@Path("batches")
@Blocking
final class RejectedBatchPages {

    private final LotQualityClient quality;
    private final FormRedirects forms;

    RejectedBatchPages(@RestClient LotQualityClient quality, FormRedirects forms) {
        this.quality = quality;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rework(LotQualityClient.Lot lot, FormFields form, boolean checking);

        static native TemplateInstance sorting(LotQualityClient.Lot lot, FormFields form, boolean checking);

        static native TemplateInstance scrapping(LotQualityClient.Lot lot, FormFields form, boolean checking);
    }

    @GET
    @Path("{batchId}/rework")
    public TemplateInstance rework(@PathParam("batchId") UUID batchId) {
        return Templates.rework(quality.lot(batchId), FormFields.empty(), false);
    }

    @POST
    @Path("{batchId}/rework/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkRework(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("description");
        return checked(batchId, "rework", form);
    }

    @POST
    @Path("{batchId}/rework")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response doRework(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return done(
                form,
                () -> quality.rework(batchId, form.key(), new LotQualityClient.Rework(form.optional("description"))),
                () -> Templates.rework(quality.lot(batchId), form, false));
    }

    @GET
    @Path("{batchId}/sorting")
    public TemplateInstance sorting(@PathParam("batchId") UUID batchId) {
        return Templates.sorting(quality.lot(batchId), FormFields.empty(), false);
    }

    @POST
    @Path("{batchId}/sorting/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkSorting(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("good", "description");
        if (!isAboveZero(form.number("good"))) {
            form.refuse("good", Words.of(BatchMessages.class).goodMissing());
        }
        return checked(batchId, "sorting", form);
    }

    @POST
    @Path("{batchId}/sorting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response doSorting(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return done(
                form,
                () -> quality.sort(
                        batchId,
                        form.key(),
                        new LotQualityClient.Sorting(
                                new ProductionClient.Amount(form.number("good"), form.optional("unit")),
                                form.optional("description"))),
                () -> Templates.sorting(quality.lot(batchId), form, false));
    }

    @GET
    @Path("{batchId}/scrapping")
    public TemplateInstance scrapping(@PathParam("batchId") UUID batchId) {
        return Templates.scrapping(quality.lot(batchId), FormFields.empty(), false);
    }

    @POST
    @Path("{batchId}/scrapping/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkScrapping(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("reason");
        return checked(batchId, "scrapping", form);
    }

    @POST
    @Path("{batchId}/scrapping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response doScrapping(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return done(
                form,
                () -> quality.scrap(batchId, form.key(), new LotQualityClient.Scrapping(form.optional("reason"))),
                () -> Templates.scrapping(quality.lot(batchId), form, false));
    }

    /** What is about to be done, whenever the browser comes back to it. */
    @GET
    @Path("{batchId}/{act: rework|sorting|scrapping}/check/{checkId}")
    public Response check(
            @PathParam("batchId") UUID batchId,
            @PathParam("act") String act,
            @PathParam("checkId") UUID checkId,
            @CookieParam(FormRedirects.COOKIE) @Nullable String typed) {
        return forms.shown(
                checkId,
                typed,
                path(batchId, act),
                form -> Response.ok(page(batchId, act, form, true)).build());
    }

    private Response checked(UUID batchId, String act, FormFields form) {
        return form.isRefused()
                ? form.incomplete(() -> page(batchId, act, form, false))
                : forms.to(
                        path(batchId, act) + "/check",
                        form,
                        typed -> Response.ok(page(batchId, act, typed, true)).build());
    }

    private static String path(UUID batchId, String act) {
        return "/batches/" + batchId + "/" + act;
    }

    private TemplateInstance page(UUID batchId, String act, FormFields form, boolean checking) {
        LotQualityClient.Lot lot = quality.lot(batchId);
        return switch (act) {
            case "rework" -> Templates.rework(lot, form, checking);
            case "sorting" -> Templates.sorting(lot, form, checking);
            default -> Templates.scrapping(lot, form, checking);
        };
    }

    private static boolean isAboveZero(String number) {
        return number.matches("\\d[\\d, ]*(\\.\\d+)?") && number.matches(".*[1-9].*");
    }

    private static Response done(
            FormFields form, Supplier<LotQualityClient.Lot> call, Supplier<TemplateInstance> again) {
        try {
            return Response.seeOther(URI.create("/batches/" + call.get().batchId()))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(FieldPaths.ofWhole(refused, "good"), again);
        }
    }
}
