package coop.parasol.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses paths, queries and keys with characters that no database column could hold. */
public class CleanAddress {

    private static final int MAX_VALUE = 500;

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (!Text.isClean(request.getUriInfo().getPath())) {
            throw Problem.malformed("path", "malformed-field", "The address holds NUL or broken characters.");
        }
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            for (String value : values) {
                if (value.length() > MAX_VALUE || !Text.isClean(value)) {
                    throw Problem.malformed(
                            name, "malformed-field", "The parameter is too long or holds NUL or broken characters.");
                }
            }
        });
    }
}
