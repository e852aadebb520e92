package coop.parasol.portal.start;

import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.PublicPage;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;

/** The first page for everybody, and the first page after signing in, with what waits for the person in all its roles. */
@Path("/")
@Blocking
final class StartPage {

    private final List<HomeArea> areas;
    private final Parts parts;
    private final Person person;

    StartPage(@All List<HomeArea> areas, Parts parts, Person person) {
        this.areas = areas;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "start")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance start();

        static native TemplateInstance home(List<HomeArea.Card> queue, List<Section> sections);
    }

    /** What one role finds; what waits of it stands in the queue of all roles. */
    record Section(String title, Part<List<HomeArea.Card>> cards) {

        /** Whether there is something that does not wait, but is good to know. */
        public boolean isMore() {
            return cards.value().stream().anyMatch(card -> !card.waiting());
        }
    }

    @GET
    @PublicPage
    public TemplateInstance start() {
        return Templates.start();
    }

    @GET
    @Path("home")
    public TemplateInstance home() {
        record Loading(String title, Parts.Pending<List<HomeArea.Card>> cards) {}
        List<Loading> loading = areas.stream()
                .filter(area -> area.concerns(person))
                .sorted(Comparator.comparingInt(HomeArea::order))
                .map(area -> new Loading(area.title(), parts.start(area::cards)))
                .toList();
        List<Section> sections = loading.stream()
                .map(section -> new Section(section.title(), section.cards().await()))
                .toList();
        return Templates.home(
                sections.stream()
                        .filter(section -> section.cards().isLoaded())
                        .flatMap(section -> section.cards().value().stream())
                        .filter(HomeArea.Card::waiting)
                        .toList(),
                sections);
    }
}
