package coop.parasol.portal.csv;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Leads {@code /orders.csv} to the downloads, whatever else is below {@code /orders}. */
final class CsvAddressFilter {

    private final CsvDownloads downloads;

    CsvAddressFilter(CsvDownloads downloads) {
        this.downloads = downloads;
    }

    /** Before a page is looked for. */
    @ServerRequestFilter(preMatching = true)
    public void rewrite(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        @Nullable String download = downloads.rewritten(path.startsWith("/") ? path.substring(1) : path);
        if (download != null) {
            request.setRequestUri(request.getUriInfo()
                    .getRequestUriBuilder()
                    .replacePath(download)
                    .build());
        }
    }
}
