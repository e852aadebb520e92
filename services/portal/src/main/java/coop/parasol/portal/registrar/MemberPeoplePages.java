package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.people.PeopleClient;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Who can act for a member, and who could before: the member alone invites and removes, the registrar reads. */
@Path("registrar/members/{memberId}/people")
@Blocking
final class MemberPeoplePages {

    private static final int PAGE = 50;

    private final MembersClient members;
    private final PeopleClient people;

    MemberPeoplePages(@RestClient MembersClient members, @RestClient PeopleClient people) {
        this.members = members;
        this.people = people;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance memberPeople(
                MembersClient.Member member, Listed<PeopleClient.Colleague> colleagues);
    }

    @GET
    public TemplateInstance list(@PathParam("memberId") UUID memberId, @QueryParam("after") @Nullable String after) {
        return Templates.memberPeople(members.member(memberId).getEntity(), people.colleagues(memberId, after, PAGE));
    }
}
