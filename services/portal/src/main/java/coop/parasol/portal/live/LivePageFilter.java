package coop.parasol.portal.live;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes when a page is asked for. */
final class LivePageFilter {

    private final LivePage page;

    LivePageFilter(LivePage page) {
        this.page = page;
    }

    @ServerRequestFilter(priority = 1)
    public void begin() {
        page.begin();
    }
}
