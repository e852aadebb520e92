package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Which firms have one owner: what is recorded, what was proposed, and proposing and approving it. */
@Path("registrar/owners")
@Blocking
final class FirmOwnerPages {

    private static final String HOME = "/registrar/owners";
    private static final int PAGE = 50;
    private static final int SEARCHED = 200;

    private final FirmOwnerMessages words = Words.of(FirmOwnerMessages.class);
    private final RegistrarMessages registrar = Words.of(RegistrarMessages.class);
    private final FirmOwnerClient owners;
    private final MembersClient members;
    private final Parts parts;

    FirmOwnerPages(@RestClient FirmOwnerClient owners, @RestClient MembersClient members, Parts parts) {
        this.owners = owners;
        this.members = members;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance owners(
                Listed<FirmOwnerClient.FirmOwner> firms,
                Part<Listed<FirmOwnerClient.Proposal>> proposals,
                FormFields form);
    }

    @GET
    public TemplateInstance show(@QueryParam("after") @Nullable String after) {
        return page(after, FormFields.empty());
    }

    private TemplateInstance page(@Nullable String after, FormFields form) {
        var proposals = parts.start(() -> owners.proposals(null, PAGE));
        return Templates.owners(owners.owners(after, PAGE), proposals.await(), form);
    }

    @POST
    @Path("one-owner")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response proposeOneOwner(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Optional<UUID> firm = find(form, "firm");
        Optional<UUID> other = find(form, "otherFirm");
        form.require("proof");
        return firm.isEmpty() || other.isEmpty() || form.isRefused()
                ? refused(form)
                : proposed(
                        form,
                        new FirmOwnerClient.NewProposal(
                                "ONE_OWNER", List.of(firm.get(), other.get()), form.optional("proof")));
    }

    @POST
    @Path("own-owner")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response proposeOwnOwner(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Optional<UUID> found = find(form, "separateFirm");
        form.require("separateProof");
        return found.filter(firm -> !form.isRefused())
                .map(firm -> proposed(
                        form,
                        new FirmOwnerClient.NewProposal("OWN_OWNER", List.of(firm), form.optional("separateProof"))))
                .orElseGet(() -> refused(form));
    }

    /** The member whose name or registration number was typed; else the form says what is wrong. */
    private Optional<UUID> find(FormFields form, String field) {
        String typed = form.text(field);
        if (typed.isEmpty()) {
            form.require(field);
            return Optional.empty();
        }
        List<MembersClient.Member> found =
                members.members(null, SEARCHED, null, typed, null).items();
        List<MembersClient.Member> meant =
                only(found, member -> member.registrationNumber().equalsIgnoreCase(typed));
        if (meant.isEmpty()) {
            meant = only(found, member -> member.name().equalsIgnoreCase(typed));
        }
        if (meant.size() != 1) {
            form.refuse(field, meant.isEmpty() ? words.noSuchMember(typed) : words.severalMembers(typed));
            return Optional.empty();
        }
        return Optional.of(meant.getFirst().memberId());
    }

    private static List<MembersClient.Member> only(
            List<MembersClient.Member> found, Predicate<MembersClient.Member> meant) {
        return found.stream()
                .filter(member -> member.shareIssuedAt() != null)
                .filter(meant)
                .toList();
    }

    private Response proposed(FormFields form, FirmOwnerClient.NewProposal proposal) {
        try {
            owners.propose(form.key(), proposal);
            return Done.at(HOME);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(null, form));
        }
    }

    private Response refused(FormFields form) {
        return form.incomplete(() -> page(null, form));
    }

    @POST
    @Path("{proposalId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("proposalId") UUID proposalId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return Check.of(
                        words.approveQuestion(),
                        words.approveText(),
                        HOME + "/" + proposalId + "/approval",
                        registrar.approve205(),
                        HOME)
                .fact(words.what(), Formats.words(form.text("kind")))
                .fact(words.firms(), form.text("firms"))
                .fact(registrar.proof(), form.text("proof"))
                .page();
    }

    @POST
    @Path("{proposalId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("proposalId") UUID proposalId, MultivaluedMap<String, String> sent) {
        owners.approve(proposalId, FormFields.sent(sent).key());
        return Done.at(HOME);
    }

    @POST
    @Path("{proposalId}/withdrawal")
    public Response withdraw(@PathParam("proposalId") UUID proposalId) {
        owners.withdraw(proposalId);
        return Done.at(HOME);
    }
}
