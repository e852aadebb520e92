package coop.parasol.portal.page;

import java.util.Set;
import java.util.regex.Pattern;

/** Where the pages of desks are, which are there for people of desks alone. What a desk's person sees of them the services say. */
public final class DeskPaths {

    private static final Pattern OF_DESKS = Pattern.compile(
            "^/?(csv/)?(registrar|treasury|quality|pricing|logistics|administration|staff)(/|\\.csv$|$)");

    private static final Set<String> DESKS =
            Set.of("registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk", "administrator");

    private DeskPaths() {}

    /**
     * Whether there is such a page for somebody.
     *
     * @param path with or without the slash at its beginning
     * @param roles that Keycloak has given the person
     */
    public static boolean isFor(String path, Set<String> roles) {
        return !OF_DESKS.matcher(path).find() || DESKS.stream().anyMatch(roles::contains);
    }
}
