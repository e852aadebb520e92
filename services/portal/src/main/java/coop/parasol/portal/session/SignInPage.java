package coop.parasol.portal.session;

import coop.parasol.portal.page.PublicPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Signing in at Keycloak, and what is said where that fails. */
@Path("/")
final class SignInPage {

    @CheckedTemplate(basePath = "session")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance failed();

        static native TemplateInstance signedOut(String signIn);

        static native TemplateInstance back();
    }

    /** Not public, so that whoever calls it signs in first. */
    @GET
    @Path("sign-in")
    public Response signIn(@QueryParam("to") @DefaultValue("/home") String to) {
        return Response.seeOther(URI.create(isOwnPath(to) ? to : "/home")).build();
    }

    /** Where Keycloak sends a browser back to; looking at who is there exchanges the code, and goes on to the page asked for. */
    @GET
    @Path("signed-in")
    public Response signedIn() {
        return Response.seeOther(URI.create("/home")).build();
    }

    /** Ends the session here and at Keycloak, by looking at who is there; nobody is left to be sent on. */
    @GET
    @Path("sign-out")
    public Response signOut() {
        return Response.seeOther(URI.create("/")).build();
    }

    /** The other window of a page whose session had ended: there is nothing to do in it any more. */
    @GET
    @Path("sign-in/back")
    public TemplateInstance back() {
        return Templates.back();
    }

    @GET
    @Path("sign-in-failed")
    @PublicPage
    public TemplateInstance failed() {
        return Templates.failed();
    }

    @GET
    @Path("signed-out")
    @PublicPage
    public TemplateInstance signedOut(@QueryParam("to") @DefaultValue("/home") String to) {
        return Templates.signedOut("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    /** No redirect leads to another host: neither {@code //host} nor {@code /\host} is a path. */
    static boolean isOwnPath(String to) {
        return to.startsWith("/")
                && !to.startsWith("//")
                && to.indexOf('\\') < 0
                && to.chars().noneMatch(c -> c < ' ');
    }
}
