package coop.parasol.portal.member;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The bylaws in force. */
@Path("bylaws")
@Blocking
final class BylawPages {

    private final ProfileClient profile;

    BylawPages(@RestClient ProfileClient profile) {
        this.profile = profile;
    }

    @CheckedTemplate(basePath = "member")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bylaws(ProfileClient.Version version, List<BylawRow> rows);
    }

    @GET
    public TemplateInstance show() {
        ProfileClient.Version version = profile.bylaws();
        return Templates.bylaws(version, BylawRow.of(version.bylaws()));
    }
}
