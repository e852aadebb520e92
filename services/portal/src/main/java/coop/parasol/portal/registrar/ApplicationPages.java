package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.mail.ConfirmationMails;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
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
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Applications that wait for the registrar, and the decision on one. */
@Path("registrar/applications")
@Blocking
final class ApplicationPages {

    private static final int PAGE = 50;
    private static final int NOTES = 100;
    private static final String HOME = "/registrar/applications/";

    private final RegistrarMessages words = Words.of(RegistrarMessages.class);
    private final RegistrarMemberMessages memberWords = Words.of(RegistrarMemberMessages.class);
    private final MembersClient members;
    private final BylawsClient bylaws;
    private final ConfirmationMails mails;
    private final Parts parts;

    ApplicationPages(
            @RestClient MembersClient members, @RestClient BylawsClient bylaws, ConfirmationMails mails, Parts parts) {
        this.mails = mails;
        this.members = members;
        this.bylaws = bylaws;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance applications(
                Listed<MembersClient.Member> applications, String q, ListOrder order);

        static native TemplateInstance application(
                MembersClient.Member member, Part<Listed<MembersClient.Note>> notes, boolean byVote, FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("q") @Nullable String name,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String typed = name == null ? "" : name.strip();
        ListOrder order = ListOrder.of(
                ListAddress.of("/registrar/applications").with("q", typed).more(), sort);
        return Templates.applications(
                members.members(after, PAGE, "APPLIED", typed.isEmpty() ? null : typed, order.chosen()), typed, order);
    }

    @GET
    @Path("{memberId}")
    public TemplateInstance show(@PathParam("memberId") UUID memberId) {
        return page(memberId, FormFields.empty());
    }

    private TemplateInstance page(UUID memberId, FormFields form) {
        var notes = parts.start(() -> members.notes(memberId, null, NOTES));
        var inForce = parts.start(bylaws::inForce);
        MembersClient.Member member = members.member(memberId).getEntity();
        return Templates.application(
                member, notes.await(), inForce.await().required().bylaws().admissionByVote(), form);
    }

    @POST
    @Path("{memberId}/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response note(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            members.writeNote(memberId, form.key(), new MembersClient.Finding(form.optional("note")));
            return Done.at(HOME + memberId);
        } catch (ServiceProblem refused) {
            return again(memberId, form, refused);
        }
    }

    @POST
    @Path("{memberId}/check-admission")
    public Response checkAdmission(@PathParam("memberId") UUID memberId) {
        MembersClient.Member member = members.member(memberId).getEntity();
        return Check.of(
                        words.admitName(member.name()),
                        words.itsShareIsIssued(),
                        HOME + memberId + "/admission",
                        words.admit198(),
                        HOME + memberId)
                .fact(words.name(), member.name())
                .fact(words.registrationNumber(), member.registrationNumber())
                .fact(words.eMailAddress(), member.email())
                .page();
    }

    @POST
    @Path("{memberId}/admission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response admit(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        members.admit(memberId, FormFields.sent(sent).key());
        return Done.at("/registrar/members/" + memberId, memberId);
    }

    @POST
    @Path("{memberId}/check-refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkRefusal(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        if (form.optional("reason") == null) {
            form.refuse("reason", words.sayWhyTheFirm());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(memberId, form))
                    .build();
        }
        MembersClient.Member member = members.member(memberId).getEntity();
        return Check.of(
                        words.refuseName(member.name()),
                        words.theFirmIsTold(),
                        HOME + memberId + "/refusal",
                        words.refuse202(),
                        HOME + memberId)
                .fact(words.name(), member.name())
                .fact(words.whyItIsRefused(), form.text("reason"))
                .field("reason", form.text("reason"))
                .page();
    }

    @POST
    @Path("{memberId}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            members.refuse(memberId, form.key(), new MembersClient.RefusalRequest(form.optional("reason")));
            return Done.at(HOME + memberId, memberId);
        } catch (ServiceProblem refused) {
            return again(memberId, form, refused);
        }
    }

    /** Mails the applicant once more the link by which it confirms its address. */
    @POST
    @Path("{memberId}/confirmation-mail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mailAgain(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        MembersClient.Member member = members.member(memberId).getEntity();
        Language language = Arrays.stream(Language.values())
                .filter(each -> each.name().equals(form.text("language")))
                .findFirst()
                .orElseGet(Language::ofReader);
        ConfirmationMails.Outcome outcome = mails.send(memberId, member.email(), language);
        if (outcome == ConfirmationMails.Outcome.SENT) {
            return Done.at(HOME + memberId, member.email());
        }
        form.refuse(
                "language",
                outcome == ConfirmationMails.Outcome.TOO_MANY ? memberWords.linkTooMany() : memberWords.linkNotSent());
        return Response.status(Response.Status.CONFLICT)
                .entity(page(memberId, form))
                .build();
    }

    private Response again(UUID memberId, FormFields form, ServiceProblem refused) {
        return form.refusedBy(refused, () -> page(memberId, form));
    }
}
