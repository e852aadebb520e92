package coop.parasol.portal.session;

import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.PublicPage;
import coop.parasol.portal.page.ReaderLanguage;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps in the browser in which language somebody wants to read, and goes back to the page. */
@Path("language")
@PublicPage
final class LanguagePage {

    private static final int KEPT_SECONDS = (int) Duration.ofDays(365).toSeconds();

    private final boolean secure;

    LanguagePage(@ConfigProperty(name = "parasol.public-origin") URI origin) {
        secure = "https".equals(origin.getScheme());
    }

    @GET
    @Path("{code}")
    public Response choose(@PathParam("code") String code, @QueryParam("to") @DefaultValue("/") String to) {
        Language chosen = Language.of(code).orElseThrow(NotFoundException::new);
        NewCookie cookie = new NewCookie.Builder(ReaderLanguage.COOKIE)
                .value(chosen.code())
                .path("/")
                .maxAge(KEPT_SECONDS)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(URI.create(SignInPage.isOwnPath(to) ? to : "/"))
                .cookie(cookie)
                .build();
    }
}
