package coop.parasol.portal.offline;

import coop.parasol.portal.page.Assets;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.PublicPage;
import coop.parasol.portal.page.ReaderLanguage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The portal as an app that opens without a line: manifest (W3C Web Application Manifest), service worker, and the page that it
 * keeps, which is the same for everybody and has nothing of a person.
 */
@Path("/")
@PublicPage
final class ShellResource {

    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String KEPT_FOR_EVER = "public, max-age=31536000, immutable";

    /** Says of which version a page is; a service worker keeps only its own. */
    private static final String VERSION_HEADER = "Parasol-Shell";

    private final Shell shell;
    private final Assets assets;
    private final Firm firm;
    private final ReaderLanguage language;

    ShellResource(Shell shell, Assets assets, Firm firm, ReaderLanguage language) {
        this.shell = shell;
        this.assets = assets;
        this.firm = firm;
        this.language = language;
    }

    @CheckedTemplate(basePath = "offline")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance offline();
    }

    /** A manifest with the members that browsers ask for before they offer to install an app. */
    record Manifest(
            String id,
            String name,
            String short_name,
            String lang,
            String start_url,
            String scope,
            String display,
            String theme_color,
            String background_color,
            List<Icon> icons) {}

    /** A picture of the app. */
    record Icon(String src, String sizes, String type, String purpose) {}

    @GET
    @Path("offline")
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<TemplateInstance> page() {
        return RestResponse.ResponseBuilder.ok(Templates.offline())
                .header(VERSION_HEADER, shell.version())
                .build();
    }

    @GET
    @Path("service-worker.js")
    @Produces(SCRIPT)
    public Response worker() {
        return Response.ok(shell.worker())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("shell/{version}/{script}")
    @Produces(SCRIPT)
    public Response script(@PathParam("version") String version, @PathParam("script") String script) {
        return Response.ok(shell.script(version, script).orElseThrow(NotFoundException::new))
                .header(HttpHeaders.CACHE_CONTROL, KEPT_FOR_EVER)
                .build();
    }

    @GET
    @Path("manifest.webmanifest")
    @Produces("application/manifest+json")
    public Manifest manifest() {
        return new Manifest(
                "/",
                firm.name(),
                firm.name(),
                language.tag(),
                "/home",
                "/",
                "standalone",
                "#b4451f",
                "#ffffff",
                List.of(
                        new Icon(assets.url("icon-192.png"), "192x192", "image/png", "any"),
                        new Icon(assets.url("icon-512.png"), "512x512", "image/png", "any"),
                        new Icon(assets.url("icon.svg"), "any", "image/svg+xml", "any")));
    }
}
