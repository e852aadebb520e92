package coop.parasol.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fails a test whose call is answered with what the service's OpenAPI description does not allow: a status, a media type, a
 * header, a problem code or a body that is not described, or a body taken that does not fit. Installed for all service tests.
 */
public final class OpenApiConformance implements QuarkusTestBeforeEachCallback {

    private static @Nullable OpenApiFilter installed;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (installed == null || !RestAssured.filters().contains(installed)) {
            try {
                Optional<OpenApiDescription> description = OpenApiDescription.ofTheService();
                if (description.isPresent()) {
                    installed = new OpenApiFilter(description.get());
                    RestAssured.filters(installed);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record OpenApiFilter(OpenApiDescription description) implements Filter {

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification ignored,
                FilterContext context) {
            Response response = context.next(request, ignored);
            String path = URI.create(request.getURI()).getRawPath();
            if (path.startsWith("/q/")) {
                return response;
            }
            Object body = request.getBody();
            boolean isJson = String.valueOf(request.getContentType()).startsWith("application/json");
            Set<String> headers = response.headers().asList().stream()
                    .map(header -> header.getName())
                    .collect(Collectors.toSet());
            List<String> violations = description.violations(new OpenApiDescription.Exchange(
                    request.getMethod(),
                    path,
                    isJson && body instanceof String text ? text : null,
                    response.statusCode(),
                    String.valueOf(response.contentType()).replaceAll(";.*", "").strip(),
                    headers,
                    response.asString()));
            if (!violations.isEmpty()) {
                throw new AssertionError(request.getMethod() + " " + path + " is not as OpenAPI describes it: "
                        + String.join("; ", violations));
            }
            return response;
        }
    }
}
