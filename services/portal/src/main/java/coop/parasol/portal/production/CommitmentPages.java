package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListOrder;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A producer's commitments: the list, making one, changing it and releasing it. */
@Path("commitments")
@Blocking
final class CommitmentPages {

    private static final int PAGE = 50;
    private static final int WEEKS_AHEAD = 26;

    private final ProductionClient production;
    private final Products products;

    CommitmentPages(@RestClient ProductionClient production, Products products) {
        this.production = production;
        this.products = products;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance commitments(Listed<ProductionClient.Commitment> commitments, ListOrder order);

        static native TemplateInstance commit(
                FormFields form, List<LotQualityClient.Standard> products, List<Period> weeks);

        static native TemplateInstance commitment(
                ProductionClient.Commitment commitment, boolean frozen, FormFields form);

        static native TemplateInstance releaseCheck(ProductionClient.Commitment commitment, FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("sort") @Nullable String sort, @QueryParam("after") @Nullable String after) {
        ListOrder order = ListOrder.of("/commitments?", sort);
        return Templates.commitments(production.commitments(after, PAGE, order.chosen()), order);
    }

    @GET
    @Path("new")
    public TemplateInstance form(
            @QueryParam("product") @Nullable String product,
            @QueryParam("period") @Nullable String period,
            @QueryParam("grade") @Nullable String grade,
            @QueryParam("quantity") @Nullable String quantity) {
        return page(FormFields.empty()
                .with("product", product)
                .with("period", period)
                .with("grade", grade)
                .with("quantity", quantity));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response commit(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            ProductionClient.Commitment made = production.commit(
                    form.key(),
                    new ProductionClient.NewCommitment(
                            form.optional("product"),
                            form.optional("period"),
                            products.amount(form),
                            form.optional("route"),
                            form.optional("grade")));
            return back(made.commitmentId());
        } catch (ServiceProblem refused) {
            return form.refusedBy(FieldPaths.ofWhole(refused, "quantity"), () -> page(form));
        }
    }

    @GET
    @Path("{commitmentId}")
    public TemplateInstance show(@PathParam("commitmentId") UUID commitmentId) {
        RestResponse<ProductionClient.Commitment> found = production.commitment(commitmentId);
        return page(found.getEntity(), tagged(found));
    }

    @POST
    @Path("{commitmentId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("commitmentId") UUID commitmentId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            production.change(
                    commitmentId,
                    form.text("tag"),
                    new ProductionClient.CommitmentChange(
                            new ProductionClient.Amount(form.number("quantity"), form.optional("unit"))));
            return back(commitmentId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    FieldPaths.ofWhole(refused, "quantity"),
                    () -> page(production.commitment(commitmentId).getEntity(), form));
        }
    }

    /** A commitment of a week whose planning is frozen is not changed, released or shared any more. */
    private TemplateInstance page(ProductionClient.Commitment commitment, FormFields form) {
        boolean frozen = production.planningFreeze().isFrozen(commitment.period());
        return Templates.commitment(commitment, frozen, form);
    }

    @GET
    @Path("{commitmentId}/release")
    public TemplateInstance releaseCheck(@PathParam("commitmentId") UUID commitmentId) {
        RestResponse<ProductionClient.Commitment> found = production.commitment(commitmentId);
        return Templates.releaseCheck(found.getEntity(), tagged(found));
    }

    @POST
    @Path("{commitmentId}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@PathParam("commitmentId") UUID commitmentId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            production.release(commitmentId, form.text("tag"));
            return back(commitmentId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    refused,
                    () -> Templates.releaseCheck(
                            production.commitment(commitmentId).getEntity(), form));
        }
    }

    private static Response back(UUID commitmentId) {
        return Done.at("/commitments/" + commitmentId);
    }

    private static FormFields tagged(RestResponse<ProductionClient.Commitment> found) {
        ProductionClient.Commitment commitment = found.getEntity();
        return FormFields.empty()
                .with("tag", found.getHeaderString("ETag"))
                .with("quantity", commitment.quantity().text())
                .with("unit", commitment.quantity().unit());
    }

    private TemplateInstance page(FormFields form) {
        LocalDate firstDay = production.planningFreeze().firstOpen().monday();
        List<Period> weeks = IntStream.range(0, WEEKS_AHEAD)
                .mapToObj(week -> Period.of(firstDay.plusWeeks(week)))
                .toList();
        return Templates.commit(form, products.choices(), weeks);
    }
}
