package coop.parasol.portal.production;

import coop.parasol.csv.SpreadsheetColumns;
import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ProblemSentences;
import coop.parasol.portal.page.Uploads;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Reporting many batches at once, from a file or pasted lines; each is answered, and the refused ones are kept to be mended. */
@Path("batches")
@Blocking
final class ManyBatchesPages {

    private static final int MOST = 1000;
    private static final String LINES = "lines";

    private final ProductionClient production;
    private final Products products;

    ManyBatchesPages(@RestClient ProductionClient production, Products products) {
        this.production = production;
        this.products = products;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance manyBatches(FormFields form, List<Answered> answers, long refused);
    }

    /** One line and its answer. */
    record Answered(int number, String text, ProductionClient.@Nullable Batch batch, String problem, boolean isNew) {}

    @GET
    @Path("many")
    public TemplateInstance form() {
        return Templates.manyBatches(FormFields.empty(), List.of(), 0);
    }

    @POST
    @Path("many")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response report(
            @RestForm("idempotency-key") @Nullable String key,
            @RestForm(LINES) @Nullable String typed,
            @RestForm("file") @Nullable FileUpload file) {
        String uploaded = Uploads.text(file);
        String text = uploaded.isEmpty() ? Objects.requireNonNullElse(typed, "") : uploaded;
        FormFields form = FormFields.empty().with(LINES, text).with("idempotency-key", key);
        BatchMessages words = Words.of(BatchMessages.class);
        SpreadsheetColumns columns = BatchLines.columns(labels(words));
        List<BatchLines.Line> lines = BatchLines.read(text, columns, products.units());
        if (lines.isEmpty() || lines.size() > MOST) {
            form.refuse(LINES, lines.isEmpty() ? words.noLines() : words.tooManyLines(MOST));
            return page(422, form, List.of());
        }
        List<String> unknown = columns.unknown(text);
        if (!unknown.isEmpty()) {
            form.refuse(LINES, words.unknownColumns(String.join(", ", unknown)));
            return page(422, form, List.of());
        }
        try {
            List<ProductionClient.Answer> answers = production.reportMany(
                    form.key(), lines.stream().map(BatchLines.Line::report).toList());
            List<Answered> answered = answered(lines, answers);
            return page(200, FormFields.empty().with(LINES, columns.header(text) + refused(answered)), answered);
        } catch (ServiceProblem refused) {
            form.refuse(refused);
            return page(refused.document().status(), form, List.of());
        }
    }

    private static Map<String, String> labels(BatchMessages words) {
        BatchDetailMessages details = Words.of(BatchDetailMessages.class);
        return Map.ofEntries(
                Map.entry(words.product(), "product"),
                Map.entry(words.lot(), "lot"),
                Map.entry(words.quantity(), "quantity"),
                Map.entry(words.madeOn(), "madeOn"),
                Map.entry(words.route(), "route"),
                Map.entry(words.bestBefore(), "bestBefore"),
                Map.entry(details.ownLots(), "ownLots"),
                Map.entry(details.boughtIn(), "boughtIn"),
                Map.entry(details.certificates(), "certificates"),
                Map.entry(details.measurements(), "measurements"),
                Map.entry(details.steps(), "steps"));
    }

    private static List<Answered> answered(List<BatchLines.Line> lines, List<ProductionClient.Answer> answers) {
        List<Answered> answered = new ArrayList<>();
        for (ProductionClient.Answer answer : answers) {
            answered.add(new Answered(
                    answer.position(),
                    lines.get(answer.position() - 1).text(),
                    answer.result(),
                    problem(answer),
                    answer.status() == Response.Status.CREATED.getStatusCode()));
        }
        return answered;
    }

    private static String problem(ProductionClient.Answer answer) {
        return answer.problem() == null
                ? ""
                : ProblemSentences.ofAll(FieldPaths.ofWhole(new ServiceProblem(answer.problem()), "quantity")
                        .document());
    }

    private static String refused(List<Answered> answered) {
        return answered.stream()
                .filter(line -> line.batch() == null)
                .map(Answered::text)
                .collect(Collectors.joining("\n"));
    }

    private static Response page(int status, FormFields form, List<Answered> answers) {
        long refused = answers.stream().filter(line -> line.batch() == null).count();
        return Response.status(status)
                .entity(Templates.manyBatches(form, answers, refused))
                .build();
    }
}
