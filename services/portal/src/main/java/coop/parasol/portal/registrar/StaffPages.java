package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The firm's own people: who has which rights, what was proposed, and giving and taking them. */
@Path("staff")
@Blocking
final class StaffPages {

    private static final String HOME = "/staff";
    private static final int PAGE = 50;
    private static final String AUDITOR = "AUDITOR";

    private static final List<String> RIGHTS = List.of(
            "REGISTRAR", "TREASURER", "QUALITY_DESK", "PRICING_DESK", "LOGISTICS_DESK", AUDITOR, "ADMINISTRATOR");

    private final StaffMessages words = Words.of(StaffMessages.class);
    private final RegistrarMessages registrar = Words.of(RegistrarMessages.class);
    private final StaffClient staff;
    private final Parts parts;
    private final Person person;

    StaffPages(@RestClient StaffClient staff, Parts parts, Person person) {
        this.staff = staff;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance staff(
                Listed<StaffClient.Account> accounts,
                Part<Listed<StaffClient.Proposal>> proposals,
                List<String> rights,
                FormFields form);
    }

    /** @param auditorId of an auditor for whom an account is to be proposed */
    @GET
    public TemplateInstance show(
            @QueryParam("after") @Nullable String after, @QueryParam("auditorId") @Nullable UUID auditorId) {
        FormFields form = FormFields.empty();
        return page(
                after,
                auditorId == null ? form : form.with("auditorId", auditorId).with("roles", AUDITOR));
    }

    private TemplateInstance page(@Nullable String after, FormFields form) {
        var proposals = parts.start(() -> staff.proposals(null, PAGE));
        List<String> rights = person.is("registrar") ? RIGHTS : List.of(AUDITOR);
        return Templates.staff(staff.accounts(after, PAGE), proposals.await(), rights, form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("name", "email");
        if (form.all("roles").isEmpty()) {
            form.refuse("roles", words.chooseARight());
        }
        if (form.isRefused()) {
            return form.incomplete(() -> page(null, form));
        }
        try {
            staff.propose(
                    form.key(),
                    new StaffClient.NewProposal(
                            form.optional("email"),
                            form.optional("name"),
                            form.all("roles"),
                            form.optional("auditorId"),
                            form.optional("language")));
            return Done.at(HOME);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(null, form));
        }
    }

    @POST
    @Path("proposals/{proposalId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("proposalId") UUID proposalId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return Check.of(
                        words.approveQuestion(),
                        words.approveText(),
                        HOME + "/proposals/" + proposalId + "/approval",
                        registrar.approve205(),
                        HOME)
                .fact(words.person(), form.text("name"))
                .fact(registrar.eMailAddress(), form.text("email"))
                .fact(words.rights(), form.text("rights"))
                .page();
    }

    @POST
    @Path("proposals/{proposalId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("proposalId") UUID proposalId, MultivaluedMap<String, String> sent) {
        staff.approve(proposalId, FormFields.sent(sent).key());
        return Done.at(HOME);
    }

    @POST
    @Path("proposals/{proposalId}/withdrawal")
    public Response withdraw(@PathParam("proposalId") UUID proposalId) {
        staff.withdraw(proposalId);
        return Done.at(HOME);
    }

    @POST
    @Path("{accountId}/invitation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(@PathParam("accountId") UUID accountId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            return Done.at(HOME, staff.invite(accountId, form.key()).email());
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(null, form));
        }
    }

    @POST
    @Path("{accountId}/removal-check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkRemoval(@PathParam("accountId") UUID accountId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return Check.of(
                        words.removeQuestion(form.text("name")),
                        words.removeText(),
                        HOME + "/" + accountId + "/removal",
                        words.remove(),
                        HOME)
                .fact(registrar.eMailAddress(), form.text("email"))
                .fact(words.rights(), form.text("rights"))
                .page();
    }

    @POST
    @Path("{accountId}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("accountId") UUID accountId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            return Done.at(HOME, staff.remove(accountId, form.key()).email());
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(null, form));
        }
    }
}
