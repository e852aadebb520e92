package coop.parasol.portal.start;

import coop.parasol.portal.page.PublicPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The first page for everybody, and the first page after signing in. */
@Path("/")
@Blocking
final class StartPage {

    @CheckedTemplate(basePath = "start")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance start();

        static native TemplateInstance home();
    }

    @GET
    @PublicPage
    public TemplateInstance start() {
        return Templates.start();
    }

    @GET
    @Path("home")
    public TemplateInstance home() {
        return Templates.home();
    }
}
