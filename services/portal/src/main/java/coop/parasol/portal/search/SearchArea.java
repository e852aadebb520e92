package coop.parasol.portal.search;

import coop.parasol.portal.page.Person;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What the people of one desk search in. A person with several desks searches in all of them at once. */
public interface SearchArea {

    /** So many hits of a kind are shown; who looks for more filters the list. */
    int SHOWN = 10;

    /** Where it stands among the others; the lowest first. */
    int order();

    /** Whether this person works at the desk. */
    boolean concerns(Person person);

    /** By what something is found here. */
    Set<Findable> finds();

    /** At most three calls to services, which are made side by side. */
    List<Lookup> lookups(Query query);

    /** One kind of thing, and how it is found; it finds nothing where the text can be none of the kind. */
    record Lookup(String title, Supplier<List<Hit>> find) {}

    /**
     * Something that was found.
     *
     * @param text what tells it from others
     */
    record Hit(String name, String text, String path) {}
}
