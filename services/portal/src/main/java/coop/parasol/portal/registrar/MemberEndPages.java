package coop.parasol.portal.registrar;

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

/** The death or dissolution of a member, and the erasure of what is personal. */
@Path("registrar/members/{memberId}/end")
@Blocking
final class MemberEndPages {

    private final RegistrarMessages words = Words.of(RegistrarMessages.class);
    private final MembersClient members;
    private final ExitsClient exits;
    private final Parts parts;

    MemberEndPages(@RestClient MembersClient members, @RestClient ExitsClient exits, Parts parts) {
        this.members = members;
        this.exits = exits;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance end(
                MembersClient.Member member, Part<MembersClient.Erasure> erasure, FormFields form);
    }

    private static String home(UUID memberId) {
        return "/registrar/members/" + memberId + "/end";
    }

    @GET
    public TemplateInstance show(@PathParam("memberId") UUID memberId) {
        return page(memberId, FormFields.empty());
    }

    private TemplateInstance page(UUID memberId, FormFields form) {
        var erasure = parts.start(() -> members.erasure(memberId));
        return Templates.end(members.member(memberId).getEntity(), erasure.await(), form);
    }

    @POST
    @Path("check-termination")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkTermination(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        if (form.optional("document") == null) {
            form.refuse("document", words.nameTheDocumentThat());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(memberId, form))
                    .build();
        }
        MembersClient.Member member = members.member(memberId).getEntity();
        boolean death = form.text("reason").equals("DEATH");
        return Check.of(
                        words.recordTheEndOf(member.name()),
                        words.theMemberLeavesAt(),
                        home(memberId) + "/termination",
                        words.recordIt(),
                        home(memberId))
                .fact(words.name(), member.name())
                .fact(words.whatHasHappened(), death ? words.death() : words.dissolution())
                .fact(words.theDocumentThatProves(), form.text("document"))
                .fact(words.ibanOfWhoeverIs(), form.text("iban"))
                .field("reason", form.text("reason"))
                .field("document", form.text("document"))
                .field("iban", form.text("iban"))
                .page();
    }

    @POST
    @Path("termination")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response terminate(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            ExitsClient.Exit exit = exits.terminate(
                    memberId,
                    form.key(),
                    new ExitsClient.Termination(
                            form.optional("reason"), form.optional("document"), form.optional("iban")));
            return Done.at("/registrar/exits/" + exit.exitId(), exit.exitId());
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(memberId, form));
        }
    }

    @POST
    @Path("check-erasure")
    public Response checkErasure(@PathParam("memberId") UUID memberId) {
        MembersClient.Erasure erasure = members.erasure(memberId);
        MembersClient.Member member = members.member(memberId).getEntity();
        return Check.of(
                        words.eraseWhatIsPersonal(member.name()),
                        words.itIsErasedIn(),
                        home(memberId) + "/erasure",
                        words.erase221(),
                        home(memberId))
                .fact(words.name(), member.name())
                .fact(words.wouldBeErased(), String.join(", ", erasure.erasable()))
                .fact(words.isKeptByLaw(), String.join(", ", erasure.kept()))
                .page();
    }

    @POST
    @Path("erasure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response erase(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        members.erase(memberId, FormFields.sent(sent).key());
        return Done.at(home(memberId), memberId);
    }
}
