package coop.parasol.portal.page;

/** What the portal has for one role; a person with several roles finds all of them. */
interface Area {

    /** Where it stands among the others; the lowest first. */
    int order();

    /** Whether this person has the role. */
    boolean concerns(Person person);
}
