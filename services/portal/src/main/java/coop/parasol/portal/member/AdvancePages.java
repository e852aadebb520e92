package coop.parasol.portal.member;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What a member was paid in advance for its certified goods, and what has become of it. */
@Path("money/advances")
@Blocking
final class AdvancePages {

    private static final int PAGE = 50;

    private final AdvanceClient advances;
    private final Person person;

    AdvancePages(@RestClient AdvanceClient advances, Person person) {
        this.advances = advances;
        this.person = person;
    }

    @CheckedTemplate(basePath = "member")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance advances(
                AdvanceClient.Position position, Listed<AdvanceClient.Advance> advances);
    }

    @GET
    public TemplateInstance show(@QueryParam("after") @Nullable String after) {
        return Templates.advances(advances.position(OwnMember.of(person)), advances.advances(after, PAGE));
    }
}
