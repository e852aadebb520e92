package coop.parasol.portal.quality;

import coop.parasol.csv.TypedDigits;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.page.FormFields;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** How a producer's products fare: yield, severity, causes, control charts; and what a sampling plan lets through. */
@Path("quality")
@Blocking
final class ProducerPages {

    private static final int PAGE = 20;
    private final StandardClient quality;
    private final Parts parts;

    ProducerPages(@RestClient StandardClient quality, Parts parts) {
        this.quality = quality;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance producer(
                UUID memberId, String name, List<Shown> products, @Nullable String next, FormFields form);

        static native TemplateInstance charts(
                UUID memberId, String name, List<Controlled> charts, @Nullable String next);

        static native TemplateInstance plan(
                FormFields form, StandardClient.@Nullable Curve curve, @Nullable Chart chart);
    }

    /** A product with the picture of its trend. */
    record Shown(StandardClient.ProductQuality quality, Chart chart) {}

    /** A measured characteristic of a product with its picture. */
    record Controlled(String product, StandardClient.Chart data, Chart chart) {}

    @GET
    @Path("producers/{memberId}")
    public TemplateInstance producer(
            @PathParam("memberId") UUID memberId, @QueryParam("after") @Nullable String after) {
        return producer(memberId, after, FormFields.empty());
    }

    private TemplateInstance producer(UUID memberId, @Nullable String after, FormFields form) {
        Listed<StandardClient.ProductQuality> products = quality.producer(memberId, after, PAGE);
        List<Shown> shown = products.items().stream()
                .map(each -> new Shown(each, Chart.of(each)))
                .toList();
        String name = products.items().stream()
                .map(StandardClient.ProductQuality::memberName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(memberId.toString());
        return Templates.producer(memberId, name, shown, products.next(), form);
    }

    @GET
    @Path("producers/{memberId}/charts")
    public TemplateInstance charts(@PathParam("memberId") UUID memberId, @QueryParam("after") @Nullable String after) {
        Listed<StandardClient.ProductCharts> charts = quality.charts(memberId, after, PAGE);
        List<Controlled> shown = charts.items().stream()
                .flatMap(product ->
                        product.charts().stream().map(each -> new Controlled(product.product(), each, Chart.of(each))))
                .toList();
        String name = charts.items().stream()
                .map(StandardClient.ProductCharts::memberName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(memberId.toString());
        return Templates.charts(memberId, name, shown, charts.next());
    }

    @POST
    @Path("producers/{memberId}/tighten-check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkTightening(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        if (form.optional("reason") == null) {
            form.refuse("reason", Words.of(QualityProducerMessages.class).sayWhyTheProducer());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(producer(memberId, null, form))
                    .build();
        }
        String path = "/quality/producers/" + memberId;
        return Check.of(
                        Words.of(QualityProducerMessages.class).tightenTheInspectionOf(form.text("product")),
                        Words.of(QualityProducerMessages.class).theNextBatchesOf(),
                        path + "/tighten",
                        Words.of(QualityProducerMessages.class).tighten(),
                        path)
                .fact(
                        Words.of(QualityProducerMessages.class).defectClass(),
                        form.text("defectClass").isEmpty()
                                ? Words.of(QualityProducerMessages.class).all()
                                : form.text("defectClass"))
                .fact(Words.of(QualityProducerMessages.class).reason(), form.text("reason"))
                .form(form)
                .page();
    }

    @POST
    @Path("producers/{memberId}/tighten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tighten(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            quality.tighten(
                    memberId,
                    form.key(),
                    new StandardClient.Tightening(
                            form.optional("product"), form.optional("defectClass"), form.optional("reason")));
            return Response.seeOther(URI.create("/quality/producers/" + memberId))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> producer(memberId, null, form));
        }
    }

    @GET
    @Path("plans")
    public Response plan(
            @QueryParam("lotSize") @Nullable String lotSize,
            @QueryParam("aql") @Nullable String aql,
            @QueryParam("level") @Nullable String level,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("defectClass") @Nullable String defectClass) {
        FormFields form = FormFields.empty()
                .with("lotSize", lotSize)
                .with("aql", aql)
                .with("level", level == null ? "II" : level)
                .with("severity", severity == null ? "NORMAL" : severity)
                .with("defectClass", defectClass == null ? "MAJOR" : defectClass);
        if (lotSize == null || aql == null) {
            return Response.ok(Templates.plan(form, null, null)).build();
        }
        Part<StandardClient.Curve> curve = parts.load(() -> quality.curve(
                TypedDigits.number(lotSize),
                TypedDigits.number(aql).replace(',', '.'),
                form.text("level"),
                form.text("severity"),
                form.text("defectClass")));
        ServiceProblem.Document problem = curve.problem();
        if (problem != null) {
            form.refuse(new ServiceProblem(problem));
            return Response.status(problem.status())
                    .entity(Templates.plan(form, null, null))
                    .build();
        }
        return Response.ok(Templates.plan(form, curve.value(), Chart.of(curve.value())))
                .build();
    }
}
