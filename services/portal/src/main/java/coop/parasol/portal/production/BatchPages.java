package coop.parasol.portal.production;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProductionClient;
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

/** A producer's batches: the list, one of them, and reporting another. */
@Path("batches")
@Blocking
final class BatchPages {

    private static final int PAGE = 50;

    private final ProductionClient production;

    BatchPages(@RestClient ProductionClient production) {
        this.production = production;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance batches(Listed<ProductionClient.Batch> batches);

        static native TemplateInstance batch(ProductionClient.Batch batch);

        static native TemplateInstance reportBatch(FormFields form);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.batches(production.batches(after, PAGE));
    }

    @GET
    @Path("{batchId}")
    public TemplateInstance show(@PathParam("batchId") UUID batchId) {
        return Templates.batch(production.batch(batchId));
    }

    @GET
    @Path("report")
    public TemplateInstance form(@QueryParam("product") @Nullable String product) {
        return Templates.reportBatch(FormFields.empty().with("product", product));
    }

    @POST
    @Path("report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            ProductionClient.Batch batch = production.report(
                    form.key(),
                    new ProductionClient.BatchReport(
                            form.optional("product"),
                            form.optional("lot"),
                            new ProductionClient.Amount(form.optional("quantity"), form.optional("unit")),
                            form.optional("madeOn"),
                            form.optional("bestBefore"),
                            form.optional("route"),
                            form.optional("commitmentId")));
            return Response.seeOther(URI.create("/batches/" + batch.batchId())).build();
        } catch (ServiceProblem refused) {
            form.refuse(refused);
            return Response.status(refused.document().status())
                    .entity(Templates.reportBatch(form))
                    .build();
        }
    }
}
