package coop.parasol.acceptance.portal;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the same addresses as {@link PortalCrawl}, by asking for the pages and reading the links in them, without showing them:
 * for who wants the addresses alone.
 */
final class LinkCrawl {

    private static final Pattern LINK = Pattern.compile("<(?:a [^>]*?href|img [^>]*?src)=\"([^\"]+)\"");

    private final APIRequestContext browser;
    private final String origin;
    private final Set<String> kinds = new HashSet<>();
    private final Deque<String> next = new ArrayDeque<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private int pages;

    /** @param browser asks with the cookies of somebody who has signed in */
    LinkCrawl(APIRequestContext browser, String origin) {
        this.browser = browser;
        this.origin = origin;
    }

    /** The addresses of all kinds of pages, and of everything that the content of each leads to or shows. */
    Set<String> from(String path) {
        offer(path);
        while (!next.isEmpty() && pages < PortalCrawl.MAX_PAGES) {
            String current = next.removeFirst();
            APIResponse answer =
                    browser.get(origin + current, RequestOptions.create().setMaxRedirects(5));
            if (answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                pages++;
                addresses.add(current);
                read(answer.text());
            }
            answer.dispose();
        }
        return addresses;
    }

    private void read(String page) {
        int content = Math.max(0, page.indexOf("<main"));
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
            if (address.startsWith("/")) {
                offer(address);
                if (link.start() > content) {
                    addresses.add(address);
                }
            }
        }
    }

    private void offer(String path) {
        if (!path.isEmpty() && PortalCrawl.isPage(path) && kinds.add(PortalCrawl.kind(path))) {
            next.addLast(path);
        }
    }
}
