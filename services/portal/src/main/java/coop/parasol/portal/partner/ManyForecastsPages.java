package coop.parasol.portal.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.csv.TextEncoding;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.UploadedText;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts of many products and weeks at once, from a file or pasted lines. The service reads them; the refused ones are named and kept
 * to be mended, or each line is answered in a file.
 */
@Path("forecasts/many")
@Blocking
final class ManyForecastsPages {

    private static final int MAX_LINES = 100_000;
    private static final int MAX_BYTES = 20_000_000;
    /** So many refusals stand on the page; all of them stand in the file of answers. */
    private static final int MAX_SHOWN = 1_000;
    /** Lines that are longer together are mended in the file that they are from: a form cannot send them. */
    private static final int MAX_TO_MEND = 200_000;

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final String LINES = "lines";
    private static final String ANSWER_FILE = "file";

    private final ForecastClient distribution;
    private final ObjectMapper json;

    ManyForecastsPages(@RestClient ForecastClient distribution, ObjectMapper json) {
        this.distribution = distribution;
        this.json = json;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance manyForecasts(FormFields form, Shown shown);
    }

    /**
     * What the page says of a file.
     *
     * @param saved lines
     * @param refusedLines of which some may be refused for several reasons
     * @param refused the first of the reasons
     * @param more reasons that are not on the page
     * @param mended elsewhere: the refused lines are too long to stand in the form
     */
    record Shown(int saved, int refusedLines, List<ForecastAnswers.Refused> refused, int more, boolean mended) {

        static final Shown NOTHING = new Shown(0, 0, List.of(), 0, false);

        static Shown of(ForecastAnswers answers) {
            List<ForecastAnswers.Refused> refused = answers.refused();
            int shown = Math.min(refused.size(), MAX_SHOWN);
            return new Shown(
                    answers.saved(),
                    answers.refusedLines().size(),
                    refused.subList(0, shown),
                    refused.size() - shown,
                    answers.toMend().length() > MAX_TO_MEND);
        }
    }

    @GET
    public TemplateInstance form() {
        return Templates.manyForecasts(FormFields.empty(), Shown.NOTHING);
    }

    /** A file whose first line names the columns, to be filled in. */
    @GET
    @Path("template.csv")
    public Response template() {
        return csv(ForecastColumns.template(), "forecasts.csv");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(
            @RestForm("idempotency-key") @Nullable String key,
            @RestForm(LINES) @Nullable String typed,
            @RestForm("answer") @Nullable String answer,
            @RestForm("file") @Nullable FileUpload file) {
        byte[] content = Uploads.bytes(file);
        String lines = Objects.requireNonNullElse(typed, "");
        FormFields form = FormFields.empty().with(LINES, lines).with("idempotency-key", key);
        String text = content.length == 0 ? lines : text(form, content);
        if (!form.isRefused()) {
            check(form, text.lines().filter(line -> !line.isBlank()).count());
        }
        if (form.isRefused()) {
            return page(UNPROCESSABLE, form, Shown.NOTHING);
        }
        try {
            ForecastColumns columns = ForecastColumns.of(text);
            ForecastAnswers answers = ForecastAnswers.read(
                    text,
                    columns,
                    distribution.changeByFile(bytes(columns.text())),
                    json.readerFor(ForecastClient.Answer.class));
            return ANSWER_FILE.equals(answer) ? download(answers) : page(answers);
        } catch (ServiceProblem problem) {
            form.refuse(problem);
            return page(problem.document().status(), form, Shown.NOTHING);
        }
    }

    /** What stands in a file; says at the form what is wrong with one that is no text. */
    private static String text(FormFields form, byte[] content) {
        OrderEntryMessages words = Words.of(OrderEntryMessages.class);
        UploadedText read = UploadedText.of(content, MAX_BYTES);
        switch (read.flaw()) {
            case TOO_LARGE ->
                form.refuse(LINES, Words.of(ForecastMessages.class).tooManyLines(MAX_LINES));
            case WORKBOOK -> form.refuse(LINES, words.fileIsWorkbook());
            case UTF_16 -> form.refuse(LINES, words.fileIsUtf16());
            case NONE, EMPTY, NOT_UTF_8 -> {
                return TextEncoding.decode(content);
            }
        }
        return "";
    }

    private static void check(FormFields form, long lines) {
        ForecastMessages words = Words.of(ForecastMessages.class);
        if (lines == 0 || lines > MAX_LINES) {
            form.refuse(LINES, lines == 0 ? words.noLines() : words.tooManyLines(MAX_LINES));
        }
    }

    /** Whatever ends its lines has, so that both sides count them alike. */
    private static byte[] bytes(String text) {
        return String.join("\n", text.lines().toList()).getBytes(StandardCharsets.UTF_8);
    }

    private static Response page(ForecastAnswers answers) {
        Shown shown = Shown.of(answers);
        return page(OK, FormFields.empty().with(LINES, shown.mended() ? "" : answers.toMend()), shown);
    }

    private static Response page(int status, FormFields form, Shown shown) {
        return Response.status(status)
                .entity(Templates.manyForecasts(form, shown))
                .build();
    }

    private static Response download(ForecastAnswers answers) {
        return csv(answers.csv(Words.of(ForecastMessages.class)), "forecasts-answers.csv");
    }

    private static Response csv(String text, String name) {
        return Response.ok(text)
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
