package coop.parasol.portal.quality;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What the quality desk keeps: auditors, instruments with their calibrations, and the keys that sign certificates. */
@Path("quality")
@Blocking
final class RegisterPages {

    private static final int PAGE = 50;
    private static final String AUDITORS = "/quality/auditors";
    private final DeskClient quality;
    private final ProducerChoice producers;
    private final Parts parts;
    private final Person person;

    RegisterPages(@RestClient DeskClient quality, ProducerChoice producers, Parts parts, Person person) {
        this.quality = quality;
        this.producers = producers;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance registers(FormFields form, List<String> producers);

        static native TemplateInstance auditors(Listed<DeskClient.Auditor> auditors);

        static native TemplateInstance auditor(FormFields form, String action);

        static native TemplateInstance instruments(Listed<DeskClient.Instrument> instruments, FormFields form);

        static native TemplateInstance keys(
                DeskClient.Keys keys, boolean mayMake, @Nullable String made, FormFields form);
    }

    @GET
    @Path("registers")
    public Response registers(@QueryParam("producer") @Nullable String producer) {
        FormFields form = FormFields.empty().with("producer", producer);
        String memberId = producers.chosen(form, "producer");
        if (memberId != null) {
            return Response.seeOther(URI.create("/quality/producers/" + memberId))
                    .build();
        }
        return Response.status(form.isRefused() ? Response.Status.BAD_REQUEST : Response.Status.OK)
                .entity(Templates.registers(form, producers.suggested()))
                .build();
    }

    @GET
    @Path("auditors")
    public TemplateInstance auditors(@QueryParam("after") @Nullable String after) {
        return Templates.auditors(quality.auditors(after, PAGE));
    }

    @GET
    @Path("auditors/new")
    public TemplateInstance newAuditor() {
        return Templates.auditor(FormFields.empty().with("auditorId", UUID.randomUUID()), AUDITORS + "/new");
    }

    @POST
    @Path("auditors/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        if (!form.text("auditorId").matches("[0-9a-fA-F-]{36}")) {
            form.refuse("auditorId", Words.of(QualityMessages.class).typeTheNumberThat());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.auditor(form, AUDITORS + "/new"))
                    .build();
        }
        UUID auditorId = UUID.fromString(form.text("auditorId"));
        return save(auditorId, form, AUDITORS + "/new");
    }

    @GET
    @Path("auditors/{auditorId}")
    public TemplateInstance auditor(@PathParam("auditorId") UUID auditorId) {
        try (Response answer = quality.auditor(auditorId)) {
            DeskClient.Auditor auditor = answer.readEntity(DeskClient.Auditor.class);
            return Templates.auditor(
                    FormFields.empty()
                            .with("auditorId", auditorId)
                            .with("etag", answer.getHeaderString("ETag"))
                            .with("name", auditor.name())
                            .with(
                                    "interests",
                                    String.join(
                                            "\n",
                                            auditor.interests().stream()
                                                    .map(UUID::toString)
                                                    .toList())),
                    AUDITORS + "/" + auditorId);
        }
    }

    @POST
    @Path("auditors/{auditorId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("auditorId") UUID auditorId, MultivaluedMap<String, String> sent) {
        return save(auditorId, FormFields.sent(sent), AUDITORS + "/" + auditorId);
    }

    private Response save(UUID auditorId, FormFields form, String action) {
        List<String> interests = Arrays.stream(form.text("interests").split("[\\s,;]+"))
                .filter(each -> !each.isEmpty())
                .toList();
        String seen = form.optional("etag"); // of an auditor that was shown; there is none of a new one
        try {
            quality.register(
                    auditorId,
                    seen,
                    seen == null ? "*" : null,
                    new DeskClient.Registration(form.optional("name"), interests));
            return Response.seeOther(URI.create(AUDITORS)).build();
        } catch (ServiceProblem refused) {
            if ("already-registered".equals(refused.document().code())) {
                form.refuse("auditorId", Words.of(QualityMessages.class).anAuditorHasThis());
                return Response.status(Response.Status.CONFLICT)
                        .entity(Templates.auditor(form, action))
                        .build();
            }
            return form.refusedBy(refused, () -> Templates.auditor(form, action));
        }
    }

    @GET
    @Path("instruments")
    public TemplateInstance instruments(@QueryParam("after") @Nullable String after) {
        return Templates.instruments(quality.instruments(after, PAGE), FormFields.empty());
    }

    @POST
    @Path("instruments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response registerInstrument(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return instrument(
                form,
                () -> quality.register(
                        form.key(),
                        new DeskClient.NewInstrument(form.optional("name"), form.optional("serialNumber"))));
    }

    @POST
    @Path("instruments/calibrate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response calibrate(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return instrument(
                form,
                () -> quality.calibrate(
                        UUID.fromString(form.text("instrumentId")),
                        form.key(),
                        new DeskClient.Calibration(
                                form.optional("calibratedOn"),
                                form.optional("validThrough"),
                                form.optional("certificate"))));
    }

    private Response instrument(FormFields form, Runnable call) {
        try {
            call.run();
            return Response.seeOther(URI.create("/quality/instruments")).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.instruments(quality.instruments(null, PAGE), form));
        }
    }

    @GET
    @Path("signing-keys")
    public TemplateInstance keys(@QueryParam("made") @Nullable String made) {
        return Templates.keys(quality.keys(), person.is("administrator"), made, FormFields.empty());
    }

    @POST
    @Path("signing-keys/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkKey(MultivaluedMap<String, String> sent) {
        return Check.of(
                        Words.of(QualityMessages.class).signWithANew(),
                        Words.of(QualityMessages.class).certificatesAreSignedWithANew(),
                        "/quality/signing-keys",
                        Words.of(QualityMessages.class).makeTheKey(),
                        "/quality/signing-keys")
                .form(FormFields.sent(sent))
                .page();
    }

    @POST
    @Path("signing-keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response newKey(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            DeskClient.NewKey key = quality.newKey(form.key());
            return Response.seeOther(URI.create(
                            "/quality/signing-keys?made=" + URLEncoder.encode(key.kid(), StandardCharsets.UTF_8)))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    refused, () -> Templates.keys(quality.keys(), person.is("administrator"), null, form));
        }
    }
}
