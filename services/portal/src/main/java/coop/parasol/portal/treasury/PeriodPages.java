package coop.parasol.portal.treasury;

import coop.parasol.csv.TypedNumber;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Financial periods: opening, the preview of a close, and the close by two treasurers. */
@Path("treasury/periods")
@Blocking
final class PeriodPages {

    private static final int PAGE = 50;
    private static final String HOME = "/treasury/periods/";

    private static final int PERCENT_DIGITS = 2;

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final PeriodMessages periodWords = Words.of(PeriodMessages.class);
    private final PeriodsClient periods;
    private final Parts parts;

    PeriodPages(@RestClient PeriodsClient periods, Parts parts) {
        this.periods = periods;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance periods(Listed<PeriodsClient.Period> periods, FormFields form);

        static native TemplateInstance period(
                PeriodsClient.Period period,
                Part<PeriodsClient.ClosePreview> preview,
                Part<Listed<PeriodsClient.Allotment>> allotments,
                String rate,
                String seen);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.periods(periods.periods(after, PAGE), FormFields.empty());
    }

    /** A period that is open is never taken back, so it is shown before. */
    @POST
    @Path("check-open")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkOpen(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("lastDay");
        if (form.isRefused()) {
            return form.incomplete(() -> Templates.periods(periods.periods(null, PAGE), form));
        }
        return Check.of(
                        periodWords.openThisPeriod(),
                        periodWords.itFollowsOnThe(),
                        "/treasury/periods",
                        words.open(),
                        "/treasury/periods")
                .fact(periodWords.firstDayForThe(), day(form.text("firstDay")))
                .fact(words.lastDay(), day(form.text("lastDay")))
                .field("firstDay", form.text("firstDay"))
                .field("lastDay", form.text("lastDay"))
                .page();
    }

    private static String day(String typed) {
        try {
            return Formats.text(LocalDate.parse(typed));
        } catch (DateTimeParseException noDay) {
            return typed;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            PeriodsClient.Period opened = periods.open(
                    form.key(), new PeriodsClient.NewPeriod(form.optional("firstDay"), form.optional("lastDay")));
            return Done.at(HOME + opened.periodId(), DeskFormats.brief(opened.periodId()));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.periods(periods.periods(null, PAGE), form));
        }
    }

    @GET
    @Path("{periodId}")
    public TemplateInstance show(
            @PathParam("periodId") UUID periodId,
            @QueryParam("rate") @Nullable String rate,
            @QueryParam("after") @Nullable String after) {
        var preview = parts.start(() -> periods.preview(periodId, hundredths(rate)));
        var allotments = parts.start(() -> periods.allotments(periodId, after, PAGE));
        var period = periods.period(periodId);
        return Templates.period(
                period.getEntity(),
                preview.await(),
                allotments.await(),
                rate == null ? "" : rate,
                period.getHeaderString(HttpHeaders.ETAG) == null ? "" : period.getHeaderString(HttpHeaders.ETAG));
    }

    @POST
    @Path("{periodId}/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(@PathParam("periodId") UUID periodId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        periods.propose(
                periodId,
                form.text("seen"),
                form.key(),
                new PeriodsClient.ProposedClose(number(hundredths(form.text("rate")))));
        return Done.at(HOME + periodId);
    }

    /** The per cent that were typed, in hundredths; the text where they are no number, for the service to refuse; null for none. */
    private static @Nullable String hundredths(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        BigDecimal percent = TypedNumber.of(typed);
        return percent == null
                ? typed
                : percent.movePointRight(PERCENT_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** What is no whole number is as it was typed, for the service to refuse. */
    private static @Nullable Object number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : typed;
    }

    @POST
    @Path("{periodId}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("periodId") UUID periodId, MultivaluedMap<String, String> sent) {
        periods.withdraw(periodId, FormFields.sent(sent).text("seen"));
        return Done.at(HOME + periodId);
    }

    @POST
    @Path("{periodId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("periodId") UUID periodId, MultivaluedMap<String, String> sent) {
        PeriodsClient.Period period = periods.period(periodId).getEntity();
        String rate = period.limitedReturnRate() == null ? null : String.valueOf(period.limitedReturnRate());
        PeriodsClient.ClosePreview preview = periods.preview(periodId, rate);
        return Check.of(
                        words.closeThisPeriod(),
                        words.itIsAllottedAs(),
                        HOME + periodId + "/approval",
                        words.closeThePeriod(),
                        HOME + periodId)
                .fact(words.period(), period.firstDay() + " – " + period.lastDay())
                .fact(words.surplus(), DeskFormats.sum(preview.surplus()))
                .fact(words.toTheIndivisibleReserve(), DeskFormats.sum(preview.toReserve()))
                .fact(words.limitedReturns(), DeskFormats.sum(preview.limitedReturns()))
                .fact(words.bonuses(), DeskFormats.sum(preview.bonuses()))
                .fact(words.ofItInCash(), DeskFormats.sum(preview.cash()))
                .fact(words.members(), String.valueOf(preview.members()))
                .field("seen", FormFields.sent(sent).text("seen"))
                .page();
    }

    @POST
    @Path("{periodId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("periodId") UUID periodId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        periods.approve(periodId, form.text("seen"), form.key());
        return Done.at(HOME + periodId, DeskFormats.brief(periodId));
    }

    @POST
    @Path("{periodId}/check-revolving")
    public Response checkRevolving(@PathParam("periodId") UUID periodId) {
        PeriodsClient.Period period = periods.period(periodId).getEntity();
        return Check.of(
                        words.makeThePatronageCapitalPayable(),
                        words.itBecomesPayableTo(),
                        HOME + periodId + "/revolving",
                        words.makeItPayable(),
                        HOME + periodId)
                .fact(words.period(), period.firstDay() + " – " + period.lastDay())
                .fact(words.capitalRevolves(), String.valueOf(period.revolvesOn()))
                .page();
    }

    @POST
    @Path("{periodId}/revolving")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revolve(@PathParam("periodId") UUID periodId, MultivaluedMap<String, String> sent) {
        PeriodsClient.Revolved revolved =
                periods.revolve(periodId, FormFields.sent(sent).key());
        return Done.at(HOME + periodId, revolved.members());
    }
}
