package coop.parasol.portal.search;

import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a desk has in hand, with the person's own rights: a service shows nobody what is not theirs. */
@Path("search")
@Blocking
final class SearchPages {

    private static final int LONGEST = 200;

    private final List<SearchArea> areas;
    private final Parts parts;
    private final Person person;

    SearchPages(@All List<SearchArea> areas, Parts parts, Person person) {
        this.areas = areas;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "search")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(String text, List<Found> found, boolean nothing);
    }

    /** What was found of one kind. */
    record Found(String title, Part<List<SearchArea.Hit>> hits) {}

    @GET
    public TemplateInstance search(@QueryParam("q") @Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Templates.search(text, List.of(), false);
        }
        record Searching(String title, Parts.Pending<List<SearchArea.Hit>> hits) {}
        Query query = new Query(text);
        List<Searching> searching = areas.stream()
                .filter(area -> area.concerns(person))
                .sorted(Comparator.comparingInt(SearchArea::order))
                .flatMap(area -> area.lookups(query).stream())
                .map(lookup -> new Searching(lookup.title(), parts.start(lookup.find())))
                .toList();
        List<Found> found = searching.stream()
                .map(each -> new Found(each.title(), each.hits().await()))
                .filter(each -> !each.hits().isLoaded() || !each.hits().value().isEmpty())
                .toList();
        return Templates.search(text, found, found.isEmpty());
    }
}
