package coop.parasol.portal.page;

import java.util.List;

/** The pages of one role that stand in the navigation; every role's pages bring one. */
public interface NavigationArea {

    /** Where it stands among the others; the lowest first. */
    int order();

    /** What this person finds there; empty for those whom it does not concern. */
    List<Entry> entries(Person person);

    /** One page in the navigation. */
    record Entry(String path, String label) {}
}
