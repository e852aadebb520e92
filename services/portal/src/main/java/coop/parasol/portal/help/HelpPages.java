package coop.parasol.portal.help;

import coop.parasol.portal.page.PublicPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The list of guides, and each of them. */
@Path("help")
@Blocking
@PublicPage
final class HelpPages {

    @CheckedTemplate(basePath = "help")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance guides(List<Entry> guides);

        static native TemplateInstance guide(String title, RawString html);
    }

    private final Map<Guide, Guide.Content> contents = new ConcurrentHashMap<>();

    /** A guide in the list. */
    record Entry(String path, String title) {}

    @GET
    public TemplateInstance list() {
        return Templates.guides(Arrays.stream(Guide.values())
                .map(guide -> new Entry("/help/" + guide.path(), content(guide).title()))
                .toList());
    }

    @GET
    @Path("{guide}")
    public TemplateInstance show(@PathParam("guide") String path) {
        Guide guide = Guide.at(path).orElseThrow(NotFoundException::new);
        return Templates.guide(
                content(guide).title(), new RawString(content(guide).html()));
    }

    /** A picture of a guide; it does not change while the portal runs. */
    @GET
    @Path("images/{picture}")
    public Response picture(@PathParam("picture") String picture) {
        return Response.ok(Guide.picture(picture).orElseThrow(NotFoundException::new), "image/png")
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                .build();
    }

    private Guide.Content content(Guide guide) {
        return contents.computeIfAbsent(guide, Guide::read);
    }
}
