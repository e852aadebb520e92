package coop.parasol.portal.inspection;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.inspection.InspectionClient.Auditor;
import coop.parasol.portal.inspection.InspectionClient.Claim;
import coop.parasol.portal.inspection.InspectionClient.Place;
import coop.parasol.portal.inspection.InspectionClient.Standard;
import coop.parasol.portal.inspection.InspectionClient.Work;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Which batches wait for the auditor, place by place and day by day; claiming them, and what the auditor may not inspect. */
@Path("inspections")
@Blocking
final class WorkListPages {

    private static final int PAGE = 50;
    private final InspectionClient quality;
    private final Parts parts;
    private final Person person;
    private final Firm firm;

    WorkListPages(@RestClient InspectionClient quality, Parts parts, Person person, Firm firm) {
        this.quality = quality;
        this.parts = parts;
        this.person = person;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "inspection")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance workList(
                List<Day> days, Part<Listed<Place>> places, FormFields filter, @Nullable String next, String path);

        static native TemplateInstance standards(Listed<Standard> standards, FormFields filter, String more);

        static native TemplateInstance standard(Standard standard);

        static native TemplateInstance interests(Auditor auditor);
    }

    /** The batches that are due on one day. */
    record Day(LocalDate day, boolean past, boolean today, List<Row> rows) {}

    /**
     * A batch that waits.
     *
     * @param own the caller's claim, if it has one
     * @param others how many others have claimed it
     */
    record Row(Work work, @Nullable Claim own, long others) {}

    @GET
    public TemplateInstance list(
            @QueryParam("place") @Nullable String place,
            @QueryParam("dueBy") @Nullable String dueBy,
            @QueryParam("claim") @Nullable String claim,
            @QueryParam("after") @Nullable String after) {
        FormFields filter =
                FormFields.empty().with("place", place).with("dueBy", dueBy).with("claim", claim);
        Parts.Pending<Listed<Place>> places =
                parts.start(() -> quality.places(null, filter.optional("dueBy"), filter.optional("claim")));
        Listed<Work> work = quality.work(
                filter.optional("place"), null, filter.optional("dueBy"), filter.optional("claim"), after, PAGE);
        return Templates.workList(byDay(work.items()), places.await(), filter, work.next(), path(filter));
    }

    private List<Day> byDay(List<Work> items) {
        Map<LocalDate, List<Row>> days = new LinkedHashMap<>();
        for (Work work : items) {
            LocalDate day = work.due().atZone(firm.zone()).toLocalDate();
            Claim own = work.claims().stream()
                    .filter(claim -> claim.auditorId().equals(person.auditorId()))
                    .findFirst()
                    .orElse(null);
            days.computeIfAbsent(day, none -> new ArrayList<>())
                    .add(new Row(work, own, work.claims().size() - (own == null ? 0 : 1)));
        }
        LocalDate today = firm.today();
        return days.entrySet().stream()
                .map(day -> new Day(
                        day.getKey(),
                        day.getValue().stream().anyMatch(row -> row.work().due().isBefore(Instant.now())),
                        day.getKey().equals(today),
                        day.getValue()))
                .toList();
    }

    private static String path(FormFields filter) {
        StringBuilder path = new StringBuilder("/inspections?");
        for (String name : List.of("place", "dueBy", "claim")) {
            if (filter.optional(name) != null) {
                path.append(name)
                        .append('=')
                        .append(URLEncoder.encode(filter.text(name), StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return path.toString();
    }

    @POST
    @Path("{batchId}/claim")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response claim(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        quality.claim(batchId, FormFields.sent(sent).key());
        return Response.seeOther(URI.create("/inspections/" + batchId)).build();
    }

    @POST
    @Path("{batchId}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        try {
            quality.release(batchId, Objects.requireNonNull(person.auditorId()));
        } catch (ServiceProblem refused) {
            if (refused.document().status() != Response.Status.NOT_FOUND.getStatusCode()) {
                throw refused;
            }
        }
        return Response.seeOther(URI.create("/inspections?claim=OWN")).build();
    }

    @GET
    @Path("standards")
    public TemplateInstance standards(
            @QueryParam("q") @Nullable String text, @QueryParam("after") @Nullable String after) {
        FormFields filter = FormFields.empty().with("q", text);
        return Templates.standards(
                quality.standards(filter.optional("q"), after, PAGE),
                filter,
                ListAddress.of("/inspections/standards").with("q", text).more());
    }

    @GET
    @Path("standards/{product}")
    public TemplateInstance standard(
            @PathParam("product") String product, @QueryParam("version") @Nullable Integer version) {
        return Templates.standard(quality.standard(product, version));
    }

    @GET
    @Path("interests")
    public TemplateInstance interests() {
        return Templates.interests(quality.auditor(Objects.requireNonNull(person.auditorId())));
    }
}
