package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** By which name a member goes and how it signs in, and who has changed it. */
@Path("registrar/members/{memberId}/identity")
@Blocking
final class MemberIdentityPages {

    private static final int CHANGES = 100;

    private final MembersClient members;
    private final Parts parts;

    MemberIdentityPages(@RestClient MembersClient members, Parts parts) {
        this.members = members;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance identity(
                MembersClient.Member member, String seen, Listed<MembersClient.Change> changes, FormFields form);
    }

    @GET
    public TemplateInstance show(@PathParam("memberId") UUID memberId) {
        return page(memberId, FormFields.empty());
    }

    private TemplateInstance page(UUID memberId, FormFields form) {
        var changes = parts.start(() -> members.identityChanges(memberId, null, CHANGES));
        var member = members.member(memberId);
        return Templates.identity(
                member.getEntity(),
                member.getHeaderString(HttpHeaders.ETAG),
                changes.await().required(),
                form);
    }

    @POST
    @Path("name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rename(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return done(
                memberId,
                form,
                () -> members.rename(memberId, form.text("seen"), new MembersClient.NewName(form.optional("name"))));
    }

    @POST
    @Path("email")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeEmail(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return done(
                memberId,
                form,
                () -> members.changeEmail(
                        memberId, form.text("seen"), new MembersClient.NewEmail(form.optional("email"))));
    }

    private Response done(UUID memberId, FormFields form, Runnable change) {
        try {
            change.run();
            return Done.at("/registrar/members/" + memberId + "/identity");
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(memberId, form));
        }
    }
}
