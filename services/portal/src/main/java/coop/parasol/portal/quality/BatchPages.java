package coop.parasol.portal.quality;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Batches and their certificates, as the quality desk sees them, and what it decides about a batch. */
@Path("quality")
@Blocking
final class BatchPages {

    private static final int PAGE = 50;
    private static final int ALL = 200;
    private static final int RELEASES = 10;
    private static final String PATH = "/quality/batches/";
    private final DeskClient quality;
    private final CaseClient cases;
    private final RecallClient recalls;
    private final ProducerChoice producers;
    private final Parts parts;

    BatchPages(
            @RestClient DeskClient quality,
            @RestClient CaseClient cases,
            @RestClient RecallClient recalls,
            ProducerChoice producers,
            Parts parts) {
        this.quality = quality;
        this.cases = cases;
        this.recalls = recalls;
        this.producers = producers;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance batches(
                Listed<DeskClient.Batch> batches, FormFields filter, ListOrder order, List<String> producers);

        /**
         * @param auditors who may inspect it; null where it awaits none
         * @param releases proposals to sell it all the same; null where it awaits an inspection
         * @param suspension by which it is held; null if it is not
         */
        static native TemplateInstance batch(
                DeskClient.Batch batch,
                Part<Listed<DeskClient.Inspection>> inspections,
                @Nullable Part<Listed<DeskClient.Auditor>> auditors,
                @Nullable Part<Listed<CaseClient.Release>> releases,
                @Nullable Part<RecallClient.Recall> suspension,
                FormFields form);

        static native TemplateInstance certificates(
                Listed<DeskClient.Certificate> certificates, FormFields filter, String path);
    }

    @GET
    @Path("batches")
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("product") @Nullable String product,
            @QueryParam("lot") @Nullable String lot,
            @QueryParam("producer") @Nullable String producer,
            @QueryParam("awaitsDesk") @Nullable String awaitsDesk,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        FormFields filter = producers.named(
                FormFields.empty()
                        .with("state", state)
                        .with("product", product)
                        .with("lot", lot)
                        .with("awaitsDesk", awaitsDesk),
                "producer",
                ListAddress.given(producer));
        String memberId = producers.chosen(filter, "producer");
        ListOrder order = ListOrder.of(
                path("/quality/batches?", filter, "state", "product", "lot", "producer", "awaitsDesk"), sort);
        Listed<DeskClient.Batch> batches = filter.isRefused()
                ? new Listed<>(List.of(), null)
                : quality.batches(
                        filter.optional("state"),
                        filter.optional("product"),
                        filter.optional("lot"),
                        memberId,
                        filter.has("awaitsDesk", "true") ? true : null,
                        after,
                        PAGE,
                        order.chosen());
        return Templates.batches(batches, filter, order, producers.suggested());
    }

    private static String path(String begin, FormFields filter, String... names) {
        StringBuilder path = new StringBuilder(begin);
        for (String name : names) {
            if (filter.optional(name) != null) {
                path.append(name)
                        .append('=')
                        .append(URLEncoder.encode(filter.text(name), StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return path.toString();
    }

    @GET
    @Path("certificates")
    public TemplateInstance certificates(
            @QueryParam("state") @Nullable String state,
            @QueryParam("product") @Nullable String product,
            @QueryParam("lot") @Nullable String lot,
            @QueryParam("after") @Nullable String after) {
        FormFields filter =
                FormFields.empty().with("state", state).with("product", product).with("lot", lot);
        return Templates.certificates(
                quality.certificates(
                        filter.optional("state"),
                        filter.optional("product"),
                        filter.optional("lot"),
                        null,
                        after,
                        PAGE),
                filter,
                path("/quality/certificates?", filter, "state", "product", "lot"));
    }

    @GET
    @Path("batches/{batchId}")
    public TemplateInstance show(@PathParam("batchId") UUID batchId) {
        return page(batchId, FormFields.empty());
    }

    private TemplateInstance page(UUID batchId, FormFields form) {
        var inspections = parts.start(() -> quality.inspections(batchId));
        DeskClient.Batch batch = quality.batch(batchId);
        UUID suspendedBy = batch.suspendedBy();
        var auditors = batch.isAwaiting() ? parts.load(() -> quality.auditors(null, ALL)) : null;
        var suspension = suspendedBy == null ? null : parts.load(() -> recalls.recall(suspendedBy));
        var releases = auditors == null && suspension == null
                ? parts.load(() -> cases.releases(null, batchId.toString(), null, RELEASES))
                : null;
        return Templates.batch(batch, inspections.await(), auditors, releases, suspension, form);
    }

    @POST
    @Path("batches/{batchId}/assign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assign(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return act(
                batchId,
                form,
                () -> quality.assign(batchId, form.key(), new DeskClient.Assignment(form.optional("auditorId"))));
    }

    @POST
    @Path("batches/{batchId}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return act(batchId, form, () -> quality.release(batchId, UUID.fromString(form.text("auditorId"))));
    }

    @POST
    @Path("batches/{batchId}/decide")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return act(batchId, form, () -> quality.decide(batchId, form.key()));
    }

    @POST
    @Path("batches/{batchId}/scrap-check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkScrap(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        DeskClient.Batch batch = quality.batch(batchId);
        return Check.of(
                        Words.of(QualityBatchMessages.class).giveUpLot(batch.lot()),
                        Words.of(QualityBatchMessages.class).theBatchIsScrapped(),
                        PATH + batchId + "/scrap",
                        Words.of(QualityBatchMessages.class).giveItUp(),
                        PATH + batchId)
                .fact(Words.of(QualityBatchMessages.class).product(), batch.product())
                .fact(Words.of(QualityBatchMessages.class).reason(), form.text("reason"))
                .form(form)
                .page();
    }

    @POST
    @Path("batches/{batchId}/scrap")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response scrap(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return act(
                batchId,
                form,
                () -> quality.scrap(batchId, form.key(), new DeskClient.Reason(form.optional("reason"))));
    }

    private Response act(UUID batchId, FormFields form, Runnable call) {
        try {
            call.run();
            return Response.seeOther(URI.create(PATH + batchId)).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(batchId, form));
        }
    }
}
