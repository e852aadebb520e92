package coop.parasol.acceptance.portal;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Follows the links of the portal's pages from a first one, each kind of page once: ids, lots and numbers do not count. */
final class PortalCrawl {

    static final int MAX_PAGES = 80;
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z0-9]+-[A-Z0-9-]+|\\b\\d+\\b|\\d{4}-W\\d{2}");
    private static final Set<String> LEFT_OUT = Set.of("/sign-out", "/sign-in");

    private final Page page;
    private final String origin;
    private final Set<String> kinds = new HashSet<>();
    private final Deque<String> next = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();

    PortalCrawl(Page page, String origin) {
        this.page = page;
        this.origin = origin;
    }

    /**
     * Opens every kind of page that links lead to.
     *
     * @param each hears the path and the answer of every page while it is shown
     * @return the paths in the order in which they were opened
     */
    List<String> from(String path, BiConsumer<String, Response> each) {
        offer(path);
        while (!next.isEmpty() && seen.size() < MAX_PAGES) {
            String current = next.removeFirst();
            Response answer;
            try {
                answer = page.navigate(current);
            } catch (PlaywrightException e) {
                if (String.valueOf(e.getMessage()).contains("Download is starting")) {
                    continue; // a document, whatever its address is
                }
                throw e;
            }
            if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                continue; // a document that the browser shows by itself
            }
            seen.add(current);
            each.accept(current, answer);
            for (Object link : (List<?>) page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")) {
                offer(link.toString());
            }
        }
        return seen;
    }

    private void offer(String link) {
        String path = link.startsWith(origin) ? link.substring(origin.length()) : link;
        int fragment = path.indexOf('#');
        path = fragment < 0 ? path : path.substring(0, fragment);
        if (isPage(path) && kinds.add(kind(path))) {
            next.addLast(path);
        }
    }

    /** Whether it is an address of the portal's, and none of a document, as far as can be seen by it. */
    static boolean isPage(String path) {
        return path.startsWith("/") && !path.startsWith("/language/") && !LEFT_OUT.contains(path) && !isFile(path);
    }

    /** Documents to download are not pages. */
    private static boolean isFile(String path) {
        return path.matches(".*\\.(pdf|csv|xml|txt|jose|json|svg|png|jpg)(\\?.*)?$")
                || path.matches(".*/(print|labels|qr|download|attachments/[^/]+|photos/[^/]+)(\\?.*)?$");
    }

    /** What an address has in common with others of its kind. */
    static String kind(String path) {
        int query = path.indexOf('?');
        return ID.matcher(query < 0 ? path : path.substring(0, query)).replaceAll("#");
    }
}
