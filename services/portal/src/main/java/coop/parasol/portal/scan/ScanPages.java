package coop.parasol.portal.scan;

import coop.parasol.csv.TypedDigits;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.PublicPage;
import coop.parasol.portal.scan.rules.ScannedCode;
import coop.parasol.portal.search.Query;
import coop.parasol.portal.search.SearchArea;
import coop.parasol.portal.search.SearchArea.Hit;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a code to the page of what it stands on: a certificate for everybody, a lot or a shipping container for those who
 * may see it. A code is scanned by a camera or typed; both go the same way.
 */
@Path("scan")
@Blocking
final class ScanPages {

    private static final int LONGEST = 300;

    private final List<SearchArea> areas;
    private final Parts parts;
    private final Person person;

    ScanPages(@All List<SearchArea> areas, Parts parts, Person person) {
        this.areas = areas;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "scan")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance scan(String code, List<Hit> hits, List<Missing> missing, boolean nothing);
    }

    /** What could not be looked through, because its service does not answer. */
    record Missing(String title, Part<List<Hit>> part) {}

    private record Searching(String title, Parts.Pending<List<Hit>> hits) {}

    @GET
    @PublicPage
    public Response scan(@QueryParam("code") @Nullable String scanned) {
        String code = scanned == null ? "" : TypedDigits.latin(scanned.strip());
        if (code.isEmpty() || code.length() > LONGEST) {
            return Response.ok(Templates.scan("", List.of(), List.of(), !code.isEmpty()))
                    .build();
        }
        return switch (ScannedCode.read(code)) {
            case ScannedCode.CertificateNumber(String number) ->
                to(UriBuilder.fromPath("/certificates/{number}").build(number));
            case ScannedCode.Sscc(String digits) -> found(code, digits);
            case ScannedCode.Lot(String lot) -> found(code, lot);
            case ScannedCode.Other(String text) -> found(code, text);
        };
    }

    /** The page of what is called so, if it is one thing; else all that are. */
    private Response found(String code, String text) {
        if (!person.isSignedIn()) {
            String back = UriBuilder.fromPath("/scan")
                    .queryParam("code", "{code}")
                    .build(code)
                    .toString();
            return to(UriBuilder.fromPath("/sign-in").queryParam("to", "{to}").build(back));
        }
        Query query = new Query(text);
        List<Searching> searching = areas.stream()
                .filter(area -> area.concerns(person))
                .flatMap(area -> area.lookups(query).stream())
                .map(lookup -> new Searching(lookup.title(), parts.start(lookup.find())))
                .toList();
        List<Missing> missing = searching.stream()
                .map(each -> new Missing(each.title(), each.hits().await()))
                .filter(each -> !each.part().isLoaded())
                .toList();
        List<Hit> hits = searching.stream()
                .map(each -> each.hits().await())
                .filter(Part::isLoaded)
                .flatMap(each -> each.value().stream())
                .distinct()
                .toList();
        // one hit is not known to be the only one where something was not looked through
        return hits.size() == 1 && missing.isEmpty()
                ? to(URI.create(hits.getFirst().path()))
                : Response.ok(Templates.scan(code, hits, missing, hits.isEmpty() && missing.isEmpty()))
                        .build();
    }

    private static Response to(URI page) {
        return Response.seeOther(page).build();
    }
}
