package coop.parasol.portal.member;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.people.PeopleClient;
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

/** People of a member: whom it has invited to do its daily work. */
@Path("my-firm/people")
@Blocking
final class PeoplePages {

    private static final String HOME = "/my-firm/people";
    private static final int PAGE = 50;

    private final PeopleMessages words = Words.of(PeopleMessages.class);
    private final PeopleClient membership;
    private final Person person;

    PeoplePages(@RestClient PeopleClient membership, Person person) {
        this.membership = membership;
        this.person = person;
    }

    @CheckedTemplate(basePath = "member")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance people(
                List<PeopleClient.Colleague> present,
                List<PeopleClient.Colleague> former,
                @Nullable String next,
                FormFields form);

        static native TemplateInstance peoplePassword(PeopleClient.ColleaguePassword issued);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return page(after, FormFields.empty());
    }

    private TemplateInstance page(@Nullable String after, FormFields form) {
        Listed<PeopleClient.Colleague> page = membership.colleagues(OwnMember.of(person), after, PAGE);
        return Templates.people(
                page.items().stream().filter(each -> !each.isRemoved()).toList(),
                page.items().stream().filter(PeopleClient.Colleague::isRemoved).toList(),
                page.next(),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            membership.invite(
                    OwnMember.of(person),
                    form.key(),
                    new PeopleClient.NewColleague(
                            form.optional("email"), form.optional("name"), form.optional("language")));
            return Done.at(HOME, form.text("email"));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(null, form));
        }
    }

    @POST
    @Path("{accountId}/invitation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response inviteAgain(@PathParam("accountId") UUID accountId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            membership.inviteAgain(
                    OwnMember.of(person),
                    accountId,
                    form.key(),
                    new PeopleClient.ColleagueLanguage(form.optional("language")));
            return Done.at(HOME);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(null, form));
        }
    }

    @POST
    @Path("{accountId}/one-time-password")
    public TemplateInstance issuePassword(@PathParam("accountId") UUID accountId) {
        return Templates.peoplePassword(membership.issuePassword(OwnMember.of(person), accountId));
    }

    @POST
    @Path("{accountId}/removal-check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkRemoval(@PathParam("accountId") UUID accountId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return Check.of(
                        words.removeTitle(),
                        words.removeWhat(),
                        HOME + "/" + accountId + "/removal",
                        words.remove(),
                        HOME)
                .fact(words.name(), form.text("name"))
                .fact(words.signsInAs(), form.text("email"))
                .page();
    }

    @POST
    @Path("{accountId}/removal")
    public Response remove(@PathParam("accountId") UUID accountId) {
        membership.remove(OwnMember.of(person), accountId);
        return Done.at(HOME);
    }
}
