package coop.parasol.portal.logistics;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Where the units of every batch are, and whether they add up. */
@Path("logistics/stock")
@Blocking
final class StockPages {

    private static final int PAGE = 50;
    private static final List<String> STATES = List.of("CERTIFIED", "SUSPENDED", "RECALLED", "EXPIRED");

    private final LogisticsClient logistics;
    private final Parts parts;

    StockPages(@RestClient LogisticsClient logistics, Parts parts) {
        this.logistics = logistics;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "logistics")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance stock(
                Listed<LogisticsClient.Batch> batches,
                Part<LogisticsClient.Check> check,
                List<String> states,
                FormFields filter,
                ListOrder order);
    }

    @GET
    public TemplateInstance show(
            @QueryParam("product") @Nullable String product,
            @QueryParam("lot") @Nullable String lot,
            @QueryParam("certificateState") @Nullable String certificateState,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        FormFields filter =
                FormFields.empty().with("product", product).with("lot", lot).with("certificateState", certificateState);
        var check = parts.start(logistics::check);
        ListOrder order = ListOrder.of(
                ListAddress.of("/logistics/stock")
                        .with("product", product)
                        .with("lot", lot)
                        .with("certificateState", certificateState)
                        .more(),
                sort);
        return Templates.stock(
                logistics.stock(
                        after,
                        PAGE,
                        filter.optional("product"),
                        filter.optional("lot"),
                        filter.optional("certificateState"),
                        order.chosen()),
                check.await(),
                STATES,
                filter,
                order);
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> sent) {
        logistics.checkNow(FormFields.sent(sent).key());
        return Done.at("/logistics/stock");
    }
}
