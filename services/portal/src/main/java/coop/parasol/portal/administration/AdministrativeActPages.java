package coop.parasol.portal.administration;

import coop.parasol.messaging.AdministrativeActKind;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has done what to the running of the services. */
@Path("administration/log")
@Blocking
final class AdministrativeActPages implements CsvLists {

    private static final int PAGE = 50;
    private static final List<String> ACTS =
            Arrays.stream(AdministrativeActKind.values()).map(Enum::name).toList();

    private final AdministrativeActLog log;
    private final Firm firm;
    private final Person person;

    AdministrativeActPages(AdministrativeActLog log, Firm firm, Person person) {
        this.log = log;
        this.firm = firm;
        this.person = person;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance log(
                AdministrativeActLog.Page log, List<String> acts, FormFields filter, String path);
    }

    /**
     * A page of all services' acts.
     *
     * @param from the first of the firm's days
     * @param to the last of them
     * @param after the moment before which the page is
     */
    @GET
    public TemplateInstance list(
            @QueryParam("act") @Nullable String act,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("after") @Nullable String after) {
        if (!person.is("administrator")) {
            throw new NotFoundException();
        }
        FormFields typed =
                FormFields.empty().with("act", act).with("from", from).with("to", to);
        return Templates.log(
                log.page(filter(act, from, to, after), PAGE),
                ACTS,
                typed,
                ListAddress.of("/administration/log")
                        .with("act", act)
                        .with("from", from)
                        .with("to", to)
                        .more());
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(new CsvList<>("administration/log", AdministrativeActLog.Act.class, this::table));
    }

    /** Of all services or of none: a table in which some are missing does not say so. */
    private Listed<AdministrativeActLog.Act> table(CsvList.Filter filter, @Nullable String after) {
        if (!person.is("administrator")) {
            throw new NotFoundException();
        }
        AdministrativeActLog.Page page =
                log.page(filter(filter.text("act"), filter.text("from"), filter.text("to"), after), CsvList.PAGE);
        page.missing().values().forEach(Part::required);
        return new Listed<>(
                page.acts(), page.next() == null ? null : page.next().toString());
    }

    /** What was typed and is nothing that there is filters nothing. */
    private AdministrativeActLog.Filter filter(
            @Nullable String act, @Nullable String from, @Nullable String to, @Nullable String after) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        return new AdministrativeActLog.Filter(
                act == null || !ACTS.contains(act) ? null : AdministrativeActKind.valueOf(act),
                first == null ? null : start(first),
                after != null ? moment(after) : last == null ? null : start(last.plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(firm.zone()).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static Instant moment(String after) {
        try {
            return Instant.parse(after);
        } catch (DateTimeParseException none) {
            throw new NotFoundException(none);
        }
    }
}
