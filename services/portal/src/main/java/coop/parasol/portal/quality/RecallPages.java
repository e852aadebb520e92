package coop.parasol.portal.quality;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.desk.FormRedirects;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Suspending, reinstating and recalling batches: what it concerns is seen before, and how far it is executed after. */
@Path("quality/recalls")
@Blocking
final class RecallPages {

    private static final List<String> STATES = List.of("PROPOSED", "DECIDED", "WITHDRAWN");
    private static final int PAGE = 50;
    private static final String PATH = "/quality/recalls/";
    private final RecallClient quality;
    private final Parts parts;
    private final ProducerChoice producers;
    private final Firm firm;
    private final Person person;
    private final FormRedirects forms;

    RecallPages(
            @RestClient RecallClient quality,
            Parts parts,
            ProducerChoice producers,
            Firm firm,
            Person person,
            FormRedirects forms) {
        this.quality = quality;
        this.parts = parts;
        this.producers = producers;
        this.firm = firm;
        this.person = person;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance recalls(
                Listed<RecallClient.Recall> recalls, List<String> states, String state, String more);

        static native TemplateInstance recallForm(FormFields form, List<String> producers);

        static native TemplateInstance recallCheck(RecallClient.Preview preview, boolean nothing, FormFields form);

        static native TemplateInstance recall(
                RecallClient.Recall recall,
                Part<Listed<RecallClient.RecalledBatch>> batches,
                @Nullable Part<RecallClient.Preview> preview,
                boolean own,
                FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        return Templates.recalls(
                quality.recalls(chosen, after, PAGE),
                STATES,
                chosen == null ? "" : chosen,
                ListAddress.of("/quality/recalls").with("state", chosen).more());
    }

    @GET
    @Path("new")
    public TemplateInstance form(
            @QueryParam("action") @DefaultValue("SUSPENSION") String action,
            @QueryParam("lot") @Nullable String lot,
            @QueryParam("product") @Nullable String product,
            @QueryParam("producer") @Nullable String producer) {
        FormFields form =
                FormFields.empty().with("action", action).with("lots", lot).with("product", product);
        return Templates.recallForm(producers.named(form, "producer", producer), producers.suggested());
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        RecallClient.Scope scope = scope(form);
        if (form.optional("reason") == null) {
            form.refuse("reason", Words.of(QualityRecallMessages.class).sayWhyProducersAnd());
        }
        if (form.text("action").equals("RECALL") != (form.optional("recallClass") != null)) {
            form.refuse("recallClass", Words.of(QualityRecallMessages.class).aRecallHasA());
        }
        if (form.isRefused()) {
            return again(Response.Status.BAD_REQUEST.getStatusCode(), form);
        }
        return checked(form, scope, true);
    }

    /** What it would concern now, whenever the browser comes back to it. */
    @GET
    @Path("check/{checkId}")
    public Response check(
            @PathParam("checkId") UUID checkId, @CookieParam(FormRedirects.COOKIE) @Nullable String typed) {
        return forms.shown(checkId, typed, "/quality/recalls/new", form -> checked(form, scope(form), false));
    }

    private Response checked(FormFields form, RecallClient.Scope scope, boolean isSent) {
        try {
            RecallClient.Preview preview = quality.preview(scope);
            form.with("expectedBatches", concerned(form, preview));
            Response page = Response.ok(Templates.recallCheck(preview, concerned(form, preview) == 0, form))
                    .build();
            return isSent ? forms.to("/quality/recalls/check", form, _ -> page) : page;
        } catch (ServiceProblem refused) {
            form.refuse(refused);
            return again(refused.document().status(), form);
        }
    }

    /** How many batches the decision would concern, with a certificate or without one, as the service counts them. */
    private static long concerned(FormFields form, RecallClient.Preview preview) {
        long undecided =
                form.has("action", "REINSTATEMENT") ? preview.suspendedUndecidedBatches() : preview.undecidedBatches();
        return preview.batches() + undecided;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        RecallClient.Scope scope = scope(form);
        if (form.isRefused()) {
            return again(Response.Status.BAD_REQUEST.getStatusCode(), form);
        }
        long expected =
                form.text("expectedBatches").matches("\\d{1,9}") ? Long.parseLong(form.text("expectedBatches")) : 0;
        try {
            RecallClient.Recall recall = quality.decide(
                    form.key(),
                    new RecallClient.RecallRequest(
                            form.text("action"),
                            form.optional("recallClass"),
                            form.optional("reason"),
                            scope,
                            expected == 0 ? null : expected));
            return Response.seeOther(URI.create(PATH + recall.recallId())).build();
        } catch (ServiceProblem refused) {
            form.refuse(refused);
            return again(refused.document().status(), form);
        }
    }

    private Response again(int status, FormFields form) {
        return Response.status(status)
                .entity(Templates.recallForm(form, producers.suggested()))
                .build();
    }

    private RecallClient.Scope scope(FormFields form) {
        List<String> lots = Arrays.stream(form.text("lots").split("[\\r\\n,;]+"))
                .map(String::strip)
                .filter(lot -> !lot.isEmpty())
                .toList();
        LocalDate through = day(form, "certifiedThrough");
        LocalDate from = day(form, "certifiedFrom");
        return new RecallClient.Scope(
                lots.isEmpty() ? null : lots,
                producers.chosen(form, "producer"),
                form.optional("product"),
                form.optional("characteristic"),
                from == null ? null : from.atStartOfDay(firm.zone()).toInstant(),
                through == null
                        ? null
                        : through.plusDays(1).atStartOfDay(firm.zone()).toInstant());
    }

    private static @Nullable LocalDate day(FormFields form, String field) {
        try {
            return form.optional(field) == null ? null : LocalDate.parse(form.text(field));
        } catch (DateTimeParseException noDay) {
            form.refuse(field, Words.of(QualityRecallMessages.class).thisIsNoDay());
            return null;
        }
    }

    @GET
    @Path("{recallId}")
    public TemplateInstance show(@PathParam("recallId") UUID recallId, @QueryParam("after") @Nullable String after) {
        return page(recallId, after, FormFields.empty());
    }

    private TemplateInstance page(UUID recallId, @Nullable String after, FormFields form) {
        Parts.Pending<Listed<RecallClient.RecalledBatch>> batches =
                parts.start(() -> quality.recalledBatches(recallId, after, PAGE));
        RecallClient.Recall recall = quality.recall(recallId);
        Part<RecallClient.Preview> preview =
                recall.isProposed() ? parts.load(() -> quality.preview(recall.scope())) : null;
        return Templates.recall(
                recall, batches.await(), preview, recall.proposedBy().equals(person.subject()), form);
    }

    /** What cannot be undone is shown once more, with its number. */
    @POST
    @Path("{recallId}/check")
    public Response checkApproval(@PathParam("recallId") UUID recallId) {
        QualityRecallMessages words = Words.of(QualityRecallMessages.class);
        RecallClient.Recall recall = quality.recall(recallId);
        RecallClient.Preview shown = quality.preview(recall.scope());
        return Check.of(
                        words.approveThisRecall(),
                        words.whenYouApproveIt(),
                        PATH + recallId + "/approve",
                        words.approveTheRecall(),
                        PATH + recallId)
                .fact(words.number(), recallId.toString())
                .fact(words.what(), what(recall, words))
                .fact(words.reason(), recall.reason())
                .fact(
                        words.whatItWouldConcern(),
                        words.certifiedBatchesBatchesWithout(
                                shown.batches(),
                                shown.undecidedBatches(),
                                shown.suspendedUndecidedBatches(),
                                shown.reach().producers().size()))
                .page();
    }

    private static String what(RecallClient.Recall recall, QualityRecallMessages words) {
        String recallClass = recall.recallClass();
        String action = Formats.words(recall.action());
        return recallClass == null ? action : action + " – " + words.classWord(recallClass);
    }

    @POST
    @Path("{recallId}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("recallId") UUID recallId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            quality.approve(recallId, form.key());
            return Done.at(PATH + recallId, recallId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(recallId, null, form));
        }
    }

    @POST
    @Path("{recallId}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("recallId") UUID recallId, MultivaluedMap<String, String> sent) {
        quality.withdraw(recallId);
        return Response.seeOther(URI.create(PATH + recallId)).build();
    }
}
