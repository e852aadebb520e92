package coop.parasol.portal.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages that show what is about to be done, as {@link CheckRedirects} leads to them. */
@Path("checked/{checkId}")
@Blocking
final class CheckPages {

    private final CheckRedirects checks;

    CheckPages(CheckRedirects checks) {
        this.checks = checks;
    }

    /** What the browser has kept; else the page from which it was to be done, where it begins anew. */
    @GET
    @Path("{page: .+}")
    public Response show(
            @PathParam("checkId") UUID checkId,
            @PathParam("page") String page,
            @CookieParam(CheckRedirects.COOKIE) @Nullable String sealed) {
        Optional<Check> check = sealed == null ? Optional.empty() : checks.read(checkId, sealed);
        if (check.isPresent()) {
            return Response.ok(Check.Templates.check(check.get())).build();
        }
        if (!page.matches("[A-Za-z0-9][A-Za-z0-9/._-]*")) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/" + page)).build();
    }
}
