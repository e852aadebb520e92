package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** How a member signs in and where it is paid, as far as two persons of a desk decide it. */
@Path("registrar/members/{memberId}/access")
@Blocking
final class MemberAccessPages {

    private static final int SHOWN = 50;

    private final RegistrarMessages words = Words.of(RegistrarMessages.class);
    private final MembersClient members;
    private final MemberAccessClient access;
    private final Parts parts;

    MemberAccessPages(@RestClient MembersClient members, @RestClient MemberAccessClient access, Parts parts) {
        this.members = members;
        this.access = access;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance access(
                MembersClient.Member member,
                Part<Listed<MemberAccessClient.Reset>> resets,
                Part<Listed<MemberAccessClient.BankAccountProposal>> accounts,
                FormFields form);

        static native TemplateInstance password(String userName, String secret, String what, UUID memberId);
    }

    private static String home(UUID memberId) {
        return "/registrar/members/" + memberId + "/access";
    }

    @GET
    public TemplateInstance show(@PathParam("memberId") UUID memberId) {
        return page(memberId, FormFields.empty());
    }

    private TemplateInstance page(UUID memberId, FormFields form) {
        var resets = parts.start(() -> access.resets(memberId, null, SHOWN));
        var accounts = parts.start(() -> access.bankAccounts(memberId, null, SHOWN));
        return Templates.access(members.member(memberId).getEntity(), resets.await(), accounts.await(), form);
    }

    @POST
    @Path("one-time-password")
    public TemplateInstance oneTimePassword(@PathParam("memberId") UUID memberId) {
        MemberAccessClient.OneTimePassword issued = access.oneTimePassword(memberId);
        return Templates.password(issued.userName(), issued.password(), words.giveItToThe(), memberId);
    }

    @POST
    @Path("invitation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            MemberAccessClient.Invitation invitation = access.invite(
                    memberId, form.key(), new MemberAccessClient.InvitationLanguage(form.optional("language")));
            return Done.at(home(memberId), invitation.sentTo());
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(memberId, form));
        }
    }

    @POST
    @Path("resets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response proposeReset(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return proposed(
                memberId,
                form,
                () -> access.proposeReset(
                        memberId, form.key(), new MemberAccessClient.LoginReset(form.optional("reason"))));
    }

    @POST
    @Path("resets/{resetId}/check")
    public Response checkReset(@PathParam("memberId") UUID memberId, @PathParam("resetId") UUID resetId) {
        MembersClient.Member member = members.member(memberId).getEntity();
        return Check.of(
                        words.approveANewPassword(member.name()),
                        words.theOldPasswordAnd(),
                        home(memberId) + "/resets/" + resetId + "/approval",
                        words.approve205(),
                        home(memberId))
                .fact(words.name(), member.name())
                .fact(words.eMailAddress(), member.email())
                .page();
    }

    @POST
    @Path("resets/{resetId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approveReset(
            @PathParam("memberId") UUID memberId,
            @PathParam("resetId") UUID resetId,
            MultivaluedMap<String, String> sent) {
        access.approveReset(memberId, resetId, FormFields.sent(sent).key());
        return Done.at(home(memberId), resetId);
    }

    @POST
    @Path("resets/{resetId}/withdrawal")
    public Response withdrawReset(@PathParam("memberId") UUID memberId, @PathParam("resetId") UUID resetId) {
        access.withdrawReset(memberId, resetId);
        return Done.at(home(memberId));
    }

    @POST
    @Path("resets/{resetId}/password-part")
    public TemplateInstance passwordPart(@PathParam("memberId") UUID memberId, @PathParam("resetId") UUID resetId) {
        MemberAccessClient.PasswordPart part = access.passwordPart(memberId, resetId);
        return Templates.password(
                part.userName(),
                part.part(),
                part.first() ? words.thisIsTheFirst() : words.thisIsTheSecond(),
                memberId);
    }

    @POST
    @Path("bank-accounts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response proposeBankAccount(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return proposed(
                memberId,
                form,
                () -> access.proposeBankAccount(
                        memberId,
                        form.key(),
                        new MemberAccessClient.NewBankAccount(form.optional("iban"), form.optional("proof"))));
    }

    @POST
    @Path("bank-accounts/{proposalId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkBankAccount(
            @PathParam("memberId") UUID memberId,
            @PathParam("proposalId") UUID proposalId,
            MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        MembersClient.Member member = members.member(memberId).getEntity();
        return Check.of(
                        words.approveThisBankAccount(),
                        words.theMemberIsPaid(),
                        home(memberId) + "/bank-accounts/" + proposalId + "/approval",
                        words.approve205(),
                        home(memberId))
                .fact(words.name(), member.name())
                .fact(words.bankAccountSoFar(), member.iban())
                .fact(words.newBankAccount(), form.text("iban"))
                .fact(words.proof(), form.text("proof"))
                .page();
    }

    @POST
    @Path("bank-accounts/{proposalId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approveBankAccount(
            @PathParam("memberId") UUID memberId,
            @PathParam("proposalId") UUID proposalId,
            MultivaluedMap<String, String> sent) {
        access.approveBankAccount(memberId, proposalId, FormFields.sent(sent).key());
        return Done.at(home(memberId), proposalId);
    }

    @POST
    @Path("bank-accounts/{proposalId}/withdrawal")
    public Response withdrawBankAccount(
            @PathParam("memberId") UUID memberId, @PathParam("proposalId") UUID proposalId) {
        access.withdrawBankAccount(memberId, proposalId);
        return Done.at(home(memberId));
    }

    private Response proposed(UUID memberId, FormFields form, Runnable proposal) {
        try {
            proposal.run();
            return Done.at(home(memberId));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(memberId, form));
        }
    }
}
