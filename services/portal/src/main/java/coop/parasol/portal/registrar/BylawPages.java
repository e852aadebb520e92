package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The versions of the bylaws, and every parameter of one. */
@Path("registrar/bylaws")
@Blocking
final class BylawPages {

    private static final int PAGE = 50;

    private final BylawsClient bylaws;

    BylawPages(@RestClient BylawsClient bylaws) {
        this.bylaws = bylaws;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bylaws(Listed<BylawsClient.Version> versions);

        static native TemplateInstance bylawsVersion(BylawsClient.Version version);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.bylaws(bylaws.versions(after, PAGE));
    }

    @GET
    @Path("{version}")
    public TemplateInstance show(@PathParam("version") int version) {
        return Templates.bylawsVersion(bylaws.version(version));
    }
}
