package coop.parasol.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a path or query parameter with text that cannot be stored (see {@link StorableText}), or a parameter that is too long. */
public class UriTextFilter {

    private static final int MAX_CHARACTERS = 500;

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (!StorableText.isStorable(request.getUriInfo().getPath())) {
            throw Problem.malformed("path", "malformed-field", "The address holds NUL or broken characters.");
        }
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            for (String value : values) {
                if (value.length() > MAX_CHARACTERS || !StorableText.isStorable(value)) {
                    throw Problem.malformed(
                            name, "malformed-field", "The parameter is too long or holds NUL or broken characters.");
                }
            }
        });
    }
}
