package coop.parasol.portal.partner;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
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

/** Forecasts of many products and weeks at once, from a file or pasted lines; the refused ones are named and kept to be mended. */
@Path("forecasts/many")
@Blocking
final class ManyForecastsPages {

    private static final int MOST = 10_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_PRODUCTS = 200;
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final String LINES = "lines";

    private final ForecastClient distribution;
    private final PartnerClient catalogue;

    ManyForecastsPages(@RestClient ForecastClient distribution, @RestClient PartnerClient catalogue) {
        this.distribution = distribution;
        this.catalogue = catalogue;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance manyForecasts(FormFields form, int saved, List<Refused> refused);
    }

    /** A line that is not saved, and why. */
    record Refused(int number, String text, String problem) {}

    @GET
    public TemplateInstance form() {
        return Templates.manyForecasts(FormFields.empty(), 0, List.of());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(
            @RestForm("idempotency-key") @Nullable String key,
            @RestForm(LINES) @Nullable String typed,
            @RestForm("file") @Nullable FileUpload file) {
        String uploaded = Uploads.text(file);
        String text = uploaded.isEmpty() ? Objects.requireNonNullElse(typed, "") : uploaded;
        FormFields form = FormFields.empty().with(LINES, text).with("idempotency-key", key);
        ForecastMessages words = Words.of(ForecastMessages.class);
        List<ForecastLines.Line> lines = ForecastLines.read(text, units());
        if (lines.isEmpty() || lines.size() > MOST) {
            form.refuse(LINES, lines.isEmpty() ? words.noLines() : words.tooManyLines(MOST));
            return page(UNPROCESSABLE, form, 0, List.of());
        }
        try {
            List<Refused> refused = save(form.key(), lines);
            String left = refused.stream().map(Refused::text).collect(Collectors.joining("\n"));
            return page(
                    OK,
                    FormFields.empty().with(LINES, ForecastLines.header(text) + left),
                    lines.size() - refused.size(),
                    refused);
        } catch (ServiceProblem problem) {
            form.refuse(problem);
            return page(problem.document().status(), form, 0, List.of());
        }
    }

    /** A forecast that is said again is the same, so that what was cut off half-way is sent again as a whole. */
    private List<Refused> save(String key, List<ForecastLines.Line> lines) {
        List<Refused> refused = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += MOST_AT_ONCE) {
            List<ForecastLines.Line> part = lines.subList(from, Math.min(from + MOST_AT_ONCE, lines.size()));
            List<ForecastClient.Answer> answers = distribution.change(
                    from == 0 ? key : key + "-" + from,
                    part.stream().map(ForecastLines.Line::forecast).toList());
            for (ForecastClient.Answer answer : answers) {
                ServiceProblem.Document problem = answer.problem();
                if (problem != null) {
                    ForecastLines.Line line = part.get(answer.position() - 1);
                    refused.add(new Refused(line.number(), line.text(), reason(problem)));
                }
            }
        }
        return refused;
    }

    /** Of a line with several wrong fields what is wrong with each. */
    private static String reason(ServiceProblem.Document problem) {
        return problem.fields().size() < 2
                ? problem.detail()
                : problem.fields().stream()
                        .map(error -> error.field() + ": " + error.detail())
                        .collect(Collectors.joining("; "));
    }

    private Map<String, String> units() {
        return catalogue.catalogue(null, null, MOST_PRODUCTS).items().stream()
                .collect(Collectors.toMap(PartnerClient.Offer::product, PartnerClient.Offer::unit));
    }

    private static Response page(int status, FormFields form, int saved, List<Refused> refused) {
        return Response.status(status)
                .entity(Templates.manyForecasts(form, saved, refused))
                .build();
    }
}
