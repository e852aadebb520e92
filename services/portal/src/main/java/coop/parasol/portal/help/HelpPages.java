package coop.parasol.portal.help;

import coop.parasol.portal.page.PublicPage;
import coop.parasol.portal.page.ReaderLanguage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of guides, each of them, and each part of one. */
@Path("help")
@Blocking
@PublicPage
final class HelpPages {

    @CheckedTemplate(basePath = "help")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance guides(List<Entry> guides);

        static native TemplateInstance guide(String title, RawString html);

        static native TemplateInstance section(String title, String heading, String path, RawString html);

        static native TemplateInstance sectionInPage(String title, String path, RawString html);
    }

    private final Guides guides;
    private final ReaderLanguage language;

    HelpPages(Guides guides, ReaderLanguage language) {
        this.guides = guides;
        this.language = language;
    }

    /** A guide in the list. */
    record Entry(String path, String title) {}

    @GET
    public TemplateInstance list() {
        return Templates.guides(Arrays.stream(Guide.values())
                .map(guide -> new Entry(address(guide), text(guide).title()))
                .toList());
    }

    @GET
    @Path("{guide}")
    public TemplateInstance show(@PathParam("guide") String path) {
        GuideText text = text(guide(path));
        return Templates.guide(text.title(), new RawString(text.html()));
    }

    /**
     * A part of a guide.
     *
     * @param inPage what htmx sends: the part stands in the page that it is about
     */
    @GET
    @Path("{guide}/{section: [0-9]{1,3}}")
    public Response section(
            @PathParam("guide") String path,
            @PathParam("section") int number,
            @HeaderParam("HX-Request") @Nullable String inPage) {
        Guide guide = guide(path);
        GuideText text = text(guide);
        if (number >= text.sections().size()) {
            throw new NotFoundException();
        }
        GuideText.Section section = text.sections().get(number);
        RawString html = new RawString(section.html());
        return Response.ok(
                        inPage == null
                                ? Templates.section(text.title(), section.title(), address(guide), html)
                                : Templates.sectionInPage(text.title(), address(guide), html))
                .header(HttpHeaders.VARY, "HX-Request")
                .build();
    }

    /** A picture of a guide; it does not change while the portal runs. */
    @GET
    @Path("images/{picture}")
    public Response picture(@PathParam("picture") String picture) {
        return Response.ok(Guide.picture(picture).orElseThrow(NotFoundException::new), "image/png")
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                .build();
    }

    private static Guide guide(String path) {
        return Guide.at(path).orElseThrow(NotFoundException::new);
    }

    private static String address(Guide guide) {
        return "/help/" + guide.path();
    }

    private GuideText text(Guide guide) {
        return guides.text(guide, language.language());
    }
}
