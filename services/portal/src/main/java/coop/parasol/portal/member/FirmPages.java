package coop.parasol.portal.member;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.Country;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.people.PersonNames;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** What the firm knows of a member, and what the member changes itself. */
@Path("my-firm")
@Blocking
final class FirmPages {

    private static final int PAGE = 50;

    private final ProfileClient profile;
    private final PersonNames names;
    private final Parts parts;
    private final Person person;

    FirmPages(@RestClient ProfileClient profile, PersonNames names, Parts parts, Person person) {
        this.names = names;
        this.profile = profile;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "member")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance firm(
                ProfileClient.Member member,
                Part<Listed<ProfileClient.IdentityChange>> changes,
                Part<Listed<ProfileClient.BankAccountProposal>> proposals,
                Map<String, String> changedBy);

        static native TemplateInstance change(String what, FormFields form, List<Country> countries);
    }

    @GET
    public TemplateInstance show() {
        UUID memberId = OwnMember.of(person);
        Parts.Pending<Listed<ProfileClient.IdentityChange>> changes =
                parts.start(() -> profile.identityChanges(memberId, null, PAGE));
        Parts.Pending<Listed<ProfileClient.BankAccountProposal>> proposals =
                parts.start(() -> profile.bankAccountProposals(memberId, null, PAGE));
        ProfileClient.Member member = profile.member(memberId).getEntity();
        Part<Listed<ProfileClient.IdentityChange>> made = changes.await();
        return Templates.firm(member, made, proposals.await(), changedBy(made, memberId));
    }

    /** Who has made the changes: the reader, somebody else that acts for the firm, by name, or a desk. */
    private Map<String, String> changedBy(Part<Listed<ProfileClient.IdentityChange>> changes, UUID memberId) {
        MemberMessages words = Words.of(MemberMessages.class);
        Map<String, String> by = new HashMap<>();
        if (changes.isLoaded()) {
            changes.value()
                    .items()
                    .forEach(change -> by.computeIfAbsent(change.changedBy(), subject -> {
                        if (subject.equals(person.subject())) {
                            return words.you();
                        }
                        return names.member(subject).filter(memberId::equals).isPresent()
                                ? names.find(subject).orElse(subject)
                                : words.desk();
                    }));
        }
        return by;
    }

    @GET
    @Path("{what: address|bank-account|email|name}")
    public TemplateInstance form(@PathParam("what") String what) {
        RestResponse<ProfileClient.Member> found = profile.member(OwnMember.of(person));
        ProfileClient.Member member = found.getEntity();
        FormFields form = FormFields.empty()
                .with("tag", found.getHeaderString("ETag"))
                .with("iban", member.iban())
                .with("email", member.email())
                .with("name", member.name());
        ProfileClient.Address address = member.address();
        return page(
                what,
                address == null
                        ? form
                        : form.with("street", address.street())
                                .with("postalCode", address.postalCode())
                                .with("city", address.city())
                                .with("country", address.country()));
    }

    @POST
    @Path("{what: address|bank-account|email|name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("what") String what, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            changed(what, form);
            return Done.at("/my-firm");
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(what, form));
        }
    }

    private static TemplateInstance page(String what, FormFields form) {
        return Templates.change(what, form, Country.all());
    }

    private ProfileClient.Member changed(String what, FormFields form) {
        UUID memberId = OwnMember.of(person);
        String tag = form.text("tag");
        return switch (what) {
            case "address" ->
                profile.changeAddress(
                        memberId,
                        tag,
                        new ProfileClient.Address(
                                form.optional("street"),
                                form.optional("postalCode"),
                                form.optional("city"),
                                form.optional("country")));
            case "bank-account" ->
                profile.changeBankAccount(memberId, tag, new ProfileClient.BankAccount(form.optional("iban")));
            case "email" -> profile.changeEmail(memberId, tag, new ProfileClient.Email(form.optional("email")));
            default -> profile.changeName(memberId, tag, new ProfileClient.Name(form.optional("name")));
        };
    }
}
