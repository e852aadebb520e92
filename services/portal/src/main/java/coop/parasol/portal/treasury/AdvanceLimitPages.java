package coop.parasol.portal.treasury;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** How much of the bylaws' limit all advances on certified goods use. */
@Path("treasury/advances")
@Blocking
final class AdvanceLimitPages {

    private final AdvanceLimitClient advances;

    AdvanceLimitPages(@RestClient AdvanceLimitClient advances) {
        this.advances = advances;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance advanceLimit(AdvanceLimitClient.Limit limit);
    }

    @GET
    public TemplateInstance show() {
        return Templates.advanceLimit(advances.limit());
    }
}
