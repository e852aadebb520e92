package coop.parasol.portal.page;

import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;

/** Where in the portal a page is, for the menu and the guides: a page that checks something belongs to the page that it came from. */
public final class PagePath {

    /** Below it are pages that show what is about to be done; then comes the id of the check, and then the page that it came from. */
    public static final String CHECKED = "/checked/";

    private static final Pattern PREFIX = Pattern.compile("^" + CHECKED + "[^/]+(?=/)");

    private PagePath() {}

    public static String of(UriInfo page) {
        return of(page.getPath());
    }

    static String of(String path) {
        return PREFIX.matcher(path).replaceFirst("");
    }
}
