package coop.parasol.portal.page;

import io.quarkus.arc.All;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;

/** What stands in the navigation for the person who looks. In templates {@code inject:navigation}. */
@Named("navigation")
@RequestScoped
public class Navigation {

    private final List<NavigationArea> areas;
    private final Person person;
    private final UriInfo page;

    Navigation(@All List<NavigationArea> areas, Person person, UriInfo page) {
        this.areas = areas;
        this.person = person;
        this.page = page;
    }

    public List<Link> entries() {
        return areas.stream()
                .filter(area -> area.concerns(person))
                .sorted(Comparator.comparingInt(NavigationArea::order))
                .flatMap(area -> area.entries().stream())
                .distinct()
                .map(entry -> new Link(entry.path(), entry.label(), isCurrent(entry.path())))
                .toList();
    }

    private boolean isCurrent(String path) {
        String current = PagePath.of(page);
        return current.equals(path) || current.startsWith(path + "/");
    }

    /** A page in the navigation, and whether it or a page below it is shown. */
    public record Link(String path, String label, boolean current) {}
}
