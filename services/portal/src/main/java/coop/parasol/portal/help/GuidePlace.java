package coop.parasol.portal.help;

/**
 * Where a guide speaks of a page.
 *
 * @param section of {@link GuideText#sections}; 0 is what stands before the first heading
 */
record GuidePlace(Guide guide, int section) {

    /** The address of the page that shows it alone. */
    String address() {
        return "/help/" + guide.path() + "/" + section;
    }
}
