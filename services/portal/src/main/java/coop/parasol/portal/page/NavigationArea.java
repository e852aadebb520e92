package coop.parasol.portal.page;

import java.util.List;

/** The pages of one role that stand in the navigation; every role's pages bring one. */
public interface NavigationArea extends Area {

    /** The pages, in the order in which they stand there. */
    List<Entry> entries();

    /** One page in the navigation. */
    record Entry(String path, String label) {}
}
