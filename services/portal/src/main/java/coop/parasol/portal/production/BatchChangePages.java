package coop.parasol.portal.production;

import coop.parasol.portal.client.Listed;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A producer corrects or withdraws a batch that it has reported, until its sample is drawn. */
@Path("batches/{batchId}")
@Blocking
final class BatchChangePages {

    private static final int COMMITMENTS = 200;
    private final ProductionClient production;
    private final BatchChangeClient changes;
    private final Parts parts;

    BatchChangePages(@RestClient ProductionClient production, @RestClient BatchChangeClient changes, Parts parts) {
        this.production = production;
        this.changes = changes;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance correctBatch(
                ProductionClient.Batch batch, FormFields form, List<ProductionClient.Commitment> commitments);

        static native TemplateInstance withdrawBatch(ProductionClient.Batch batch, FormFields form);
    }

    @GET
    @Path("correction")
    public TemplateInstance correction(@PathParam("batchId") UUID batchId) {
        ProductionClient.Batch batch = production.batch(batchId);
        return page(batch, asReported(batch));
    }

    @POST
    @Path("correction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        List<ProductionClient.NewMeasurement> measured = BatchDetails.measurements(form);
        ProductionClient.Batch batch = production.batch(batchId);
        if (form.isRefused()) {
            return form.incomplete(() -> page(batch, form));
        }
        try {
            changes.correct(
                    batchId,
                    form.key(),
                    new BatchChangeClient.Correction(
                            new ProductionClient.Amount(
                                    form.number("quantity"), batch.quantity().unit()),
                            form.optional("madeOn"),
                            form.optional("bestBefore"),
                            form.optional("route"),
                            BatchDetails.steps(form.text("steps")),
                            form.optional("commitmentId"),
                            BatchDetails.inputs(form),
                            measured));
            return shown(batchId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(BatchDetails.atFields(refused, form), () -> page(batch, form));
        }
    }

    @GET
    @Path("withdrawal")
    public TemplateInstance withdrawal(@PathParam("batchId") UUID batchId) {
        return Templates.withdrawBatch(production.batch(batchId), FormFields.empty());
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            changes.withdraw(batchId, form.key());
            return shown(batchId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.withdrawBatch(production.batch(batchId), form));
        }
    }

    private static Response shown(UUID batchId) {
        return Response.seeOther(URI.create("/batches/" + batchId)).build();
    }

    /** What is open, and what the batch counts for already. */
    private TemplateInstance page(ProductionClient.Batch batch, FormFields form) {
        Part<Listed<ProductionClient.Commitment>> commitments =
                parts.load(() -> production.commitments(null, COMMITMENTS, null));
        List<ProductionClient.Commitment> choices = commitments.isLoaded()
                ? commitments.value().items().stream()
                        .filter(each -> each.product().equals(batch.product())
                                && (each.state().equals("OPEN")
                                        || each.commitmentId().equals(batch.commitmentId())))
                        .toList()
                : List.of();
        return Templates.correctBatch(batch, form, choices);
    }

    private static FormFields asReported(ProductionClient.Batch batch) {
        return FormFields.empty()
                .with("quantity", batch.quantity().value().toPlainString())
                .with("madeOn", batch.madeOn())
                .with("bestBefore", batch.bestBefore())
                .with("route", batch.route())
                .with("steps", BatchDetails.lines(batch.steps()))
                .with("commitmentId", batch.commitmentId())
                .with("ownLots", lines(batch, "OWN", each -> text(each.lot()) + quantity(each)))
                .with(
                        "boughtIn",
                        lines(
                                batch,
                                "BOUGHT",
                                each -> text(each.material()) + (each.lot() == null ? "" : "; " + each.lot())))
                .with("certificates", lines(batch, "MEMBER", each -> text(each.certificate()) + quantity(each)))
                .with(
                        "measurements",
                        batch.measurements().stream()
                                .map(each -> each.characteristic() + ": "
                                        + each.value().toPlainString())
                                .collect(Collectors.joining("\n")));
    }

    private static String lines(
            ProductionClient.Batch batch, String kind, Function<ProductionClient.Input, String> line) {
        return batch.inputs().stream()
                .filter(each -> each.kind().equals(kind))
                .map(line)
                .collect(Collectors.joining("\n"));
    }

    private static String quantity(ProductionClient.Input input) {
        return input.quantity() == null ? "" : "; " + input.quantity().value().toPlainString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
