package coop.parasol.portal.production;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A producer's batches: the list, one of them with what its inspection has decided, and reporting another. */
@Path("batches")
@Blocking
final class BatchPages {

    private static final int PAGE = 50;
    private static final String NEWEST_FIRST = "-reportedAt";
    private static final int COMMITMENTS = 200;
    private static final int CHANGES = 10;
    private static final int SECONDS_UNTIL_HEARD = 3;

    private final ProductionClient production;
    private final BatchChangeClient changes;
    private final LotQualityClient quality;
    private final ProcessClient process;
    private final Products products;
    private final Parts parts;

    BatchPages(
            @RestClient ProductionClient production,
            @RestClient BatchChangeClient changes,
            @RestClient LotQualityClient quality,
            @RestClient ProcessClient process,
            Products products,
            Parts parts) {
        this.production = production;
        this.changes = changes;
        this.quality = quality;
        this.process = process;
        this.products = products;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance batches(
                Listed<LotQualityClient.Lot> lots,
                LotQualityClient.Filter filter,
                List<String> states,
                ListOrder order);

        static native TemplateInstance batch(
                ProductionClient.Batch batch,
                Part<LotQualityClient.Lot> lot,
                List<BatchChangeClient.BatchChange> changes);

        static native TemplateInstance sortedBatch(LotQualityClient.Lot lot);

        static native TemplateInstance reportBatch(
                FormFields form,
                List<LotQualityClient.Standard> products,
                List<ProductionClient.Commitment> commitments);
    }

    @GET
    public TemplateInstance list(
            @BeanParam LotQualityClient.Filter filter, @QueryParam("after") @Nullable String after) {
        filter.state = given(filter.state);
        filter.product = given(filter.product);
        filter.lot = given(filter.lot);
        ListOrder order = ListOrder.of(
                ListAddress.of("/batches")
                        .with("state", filter.state)
                        .with("product", filter.product)
                        .with("lot", filter.lot)
                        .more(),
                filter.sort == null ? NEWEST_FIRST : filter.sort);
        filter.sort = order.chosen();
        return Templates.batches(quality.lots(filter, after, PAGE), filter, LotStates.ALL, order);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    @GET
    @Path("{batchId}")
    public Response show(@PathParam("batchId") UUID batchId) {
        Parts.Pending<LotQualityClient.Lot> lot = parts.start(() -> quality.lot(batchId));
        try {
            List<BatchChangeClient.BatchChange> wanted =
                    changes.changes(batchId, CHANGES).items();
            return Response.ok(Templates.batch(production.batch(batchId), lot.await(), wanted))
                    .build();
        } catch (ServiceProblem missing) {
            return waiting(lot.await(), missing);
        }
    }

    /** The good part of a lot that was just sorted: production hears of it from quality, some seconds later. */
    private static Response waiting(Part<LotQualityClient.Lot> lot, ServiceProblem missing) {
        if (missing.document().status() != Response.Status.NOT_FOUND.getStatusCode()
                || !lot.isLoaded()
                || lot.value().sortedFrom() == null) {
            throw missing;
        }
        return Response.ok(Templates.sortedBatch(lot.value()))
                .header("Refresh", SECONDS_UNTIL_HEARD)
                .build();
    }

    /** Labels that say that the goods are not certified, to print. */
    @GET
    @Path("{batchId}/labels")
    public Response labels(@PathParam("batchId") UUID batchId, @QueryParam("count") @Nullable Integer count) {
        return Response.ok(quality.labels(batchId, count, Language.ofReader().tag())
                        .getEntity())
                .type("application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"labels-not-certified.pdf\"")
                .build();
    }

    @GET
    @Path("report")
    public TemplateInstance form(
            @QueryParam("product") @Nullable String product, @QueryParam("commitment") @Nullable String commitment) {
        return page(FormFields.empty().with("product", product).with("commitmentId", commitment));
    }

    @POST
    @Path("report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        if (form.has("fill", "plan")) {
            return planned(form);
        }
        List<ProductionClient.NewMeasurement> measured = BatchDetails.measurements(form);
        if (form.isRefused()) {
            return form.incomplete(() -> page(form));
        }
        try {
            ProductionClient.Batch batch = production.report(
                    form.key(),
                    new ProductionClient.BatchReport(
                            form.optional("product"),
                            form.optional("lot"),
                            products.amount(form),
                            form.optional("madeOn"),
                            form.optional("bestBefore"),
                            form.optional("route"),
                            BatchDetails.steps(form.text("steps")),
                            form.optional("commitmentId"),
                            BatchDetails.inputs(form),
                            measured));
            return Response.seeOther(URI.create("/batches/" + batch.batchId())).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(BatchDetails.atFields(refused, form), () -> page(form));
        }
    }

    /** The form with the steps by which the producer's process plan makes the product, in the place of those that were typed. */
    private Response planned(FormFields form) {
        List<ProductionClient.Step> steps;
        try {
            steps = process.plan().getEntity().routes().stream()
                    .filter(route -> form.has("product", route.product()))
                    .flatMap(route -> route.steps().stream())
                    .map(step -> new ProductionClient.Step(step.step(), step.machine()))
                    .toList();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(form));
        }
        if (steps.isEmpty()) {
            form.refuse("steps", Words.of(BatchDetailMessages.class).noPlan());
            return form.incomplete(() -> page(form));
        }
        return Response.ok(page(form.with("steps", BatchDetails.lines(steps)))).build();
    }

    private TemplateInstance page(FormFields form) {
        Parts.Pending<List<LotQualityClient.Standard>> known = parts.start(products::all);
        Part<Listed<ProductionClient.Commitment>> commitments =
                parts.load(() -> production.commitments(null, COMMITMENTS, null));
        Part<List<LotQualityClient.Standard>> choices = known.await();
        List<ProductionClient.Commitment> open = commitments.isLoaded()
                ? commitments.value().items().stream()
                        .filter(commitment -> commitment.state().equals("OPEN"))
                        .toList()
                : List.of();
        return Templates.reportBatch(made(form, open), choices.isLoaded() ? choices.value() : List.of(), open);
    }

    /** The form with the process of the commitment for which it is, where none was typed. */
    private static FormFields made(FormFields form, List<ProductionClient.Commitment> open) {
        if (form.isRefused() || form.optional("route") != null) {
            return form;
        }
        open.stream()
                .filter(commitment ->
                        form.has("commitmentId", commitment.commitmentId().toString()))
                .forEach(commitment -> form.with("route", commitment.route()));
        return form;
    }
}
