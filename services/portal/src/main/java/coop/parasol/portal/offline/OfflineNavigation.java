package coop.parasol.portal.offline;

import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The page for work without a line, in the navigation of those to whom it is offered. */
@ApplicationScoped
final class OfflineNavigation implements NavigationArea {

    private static final int ORDER = 90;

    private final Shell shell;

    OfflineNavigation(Shell shell) {
        this.shell = shell;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return shell.offeredTo(person);
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("/offline", Words.of(OfflineMessages.class).title()));
    }
}
