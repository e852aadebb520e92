package coop.parasol.portal.client;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every answer of 400 and above into a {@link ServiceProblem}. */
public final class ProblemReader implements ResponseExceptionMapper<ServiceProblem> {

    private static final int FIRST_ERROR = 400;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= FIRST_ERROR;
    }

    @Override
    public ServiceProblem toThrowable(Response response) {
        ServiceProblem.Document document = read(response);
        return document == null ? ServiceProblem.unavailable() : new ServiceProblem(document);
    }

    private static ServiceProblem.@Nullable Document read(Response response) {
        try {
            ServiceProblem.Document document = response.readEntity(ServiceProblem.Document.class);
            return document == null || document.code() == null ? null : document;
        } catch (ProcessingException | IllegalStateException notADocument) {
            return null;
        }
    }
}
