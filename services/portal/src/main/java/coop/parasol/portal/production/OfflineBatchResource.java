package coop.parasol.portal.production;

import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.offline.OfflineAnswer;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Batches that a producer has reported on a phone without a line: what may be chosen there, and what it has kept. */
@Path("offline/batches")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
final class OfflineBatchResource {

    private static final int COMMITMENTS = 200;
    private static final String OPEN = "OPEN";

    private final ProductionClient production;
    private final Products products;
    private final Parts parts;
    private final Person person;

    OfflineBatchResource(@RestClient ProductionClient production, Products products, Parts parts, Person person) {
        this.production = production;
        this.products = products;
        this.parts = parts;
        this.person = person;
    }

    /** What the form lets choose. */
    record Choices(List<Product> products, List<Commitment> commitments) {}

    /** A product that has a standard, with its unit, which is kept with what is typed: what is sent again is the same. */
    record Product(String product, String name, String unit) {}

    /** An open commitment of the producer, as it reads in a list. */
    record Commitment(UUID commitmentId, String text) {}

    /**
     * A batch as it was typed.
     *
     * @param id made on the phone when it was kept; by it production knows a report that is sent again
     * @param person whose it is
     * @param schema of the fields
     */
    record Kept(UUID id, String person, int schema, Map<String, String> fields) {}

    @GET
    @Path("choices")
    public Choices choices() {
        Parts.Pending<List<LotQualityClient.Standard>> known = parts.start(products::all);
        List<Commitment> commitments = production.commitments(null, COMMITMENTS, null).items().stream()
                .filter(each -> each.state().equals(OPEN))
                .map(each -> new Commitment(
                        each.commitmentId(),
                        Formats.listed(
                                List.of(each.product(), Formats.text(each.period()), Formats.text(each.quantity())))))
                .toList();
        return new Choices(
                known.await().required().stream()
                        .map(each -> new Product(each.product(), each.name(), each.unit()))
                        .toList(),
                commitments);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response report(Kept kept) {
        if (OfflineAnswer.isOthers(person, kept.person())) {
            return OfflineAnswer.others();
        }
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>(kept.fields());
        FormFields form = FormFields.sent(typed);
        try {
            ProductionClient.Batch batch = production.report(
                    kept.id().toString(),
                    new ProductionClient.BatchReport(
                            form.optional("product"),
                            form.optional("lot"),
                            new ProductionClient.Amount(form.number("quantity"), form.optional("unit")),
                            form.optional("madeOn"),
                            form.optional("bestBefore"),
                            form.optional("route"),
                            BatchDetails.steps(form.text("steps")),
                            form.optional("commitmentId"),
                            BatchDetails.inputs(form),
                            BatchDetails.measurements(form.text("measurements"))));
            return OfflineAnswer.arrived("/batches/" + batch.batchId());
        } catch (ServiceProblem refused) {
            return OfflineAnswer.refused(form, FieldPaths.ofWhole(refused, "quantity"));
        }
    }
}
