package coop.parasol.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers every exception of a call with a problem document (RFC 9457). A bug is answered with 500 and the number under which
 * the log has its details.
 */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String PROBLEM_JSON = "application/problem+json";

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_SECONDS = 5;

    /** Problem codes of the statuses that JAX-RS answers by itself. */
    static final Map<Integer, String> CODES = Map.of(
            400, "malformed-request",
            401, "unauthenticated",
            403, "forbidden",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            422, "invalid-field");

    private final MalformedFields malformedFields;

    ProblemMappers(MalformedFields malformedFields) {
        this.malformedFields = malformedFields;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answer(problem);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException e) {
        Response answer = answer(Problem.of(
                401, "unauthenticated", "A valid bearer token of the realm parasol is needed; this call had none."));
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** Tokens cannot be checked while Keycloak is away and its keys are not known yet. */
    @ServerExceptionMapper
    public Response identityUnavailable(OIDCException e) {
        LOG.warnf("tokens cannot be checked: %s", e.getMessage());
        return answer(Problem.of(
                UNAVAILABLE, "identity-unavailable", "Tokens cannot be checked at the moment; try again shortly."));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return answer(Problem.forbidden("forbidden", "None of your roles may call this."));
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(JsonProcessingException e, ContainerRequestContext request) {
        return answer(fromBody(e, request));
    }

    private Problem fromBody(JsonProcessingException e, ContainerRequestContext request) {
        return e instanceof JsonMappingException mapping
                        && request.getProperty(KeptBody.PROPERTY) instanceof KeptBody body
                ? malformedFields.problem(mapping, body)
                : fromJson(e);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException e, ContainerRequestContext request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(fromBody(json, request));
        }
        int status = e.getResponse().getStatus();
        if (status >= SERVER_ERROR || status < CLIENT_ERROR) {
            return status >= SERVER_ERROR ? unexpected(e) : e.getResponse();
        }
        String detail = Optional.ofNullable(e.getMessage()).orElse("The request cannot be served as it is.");
        String code = CODES.getOrDefault(status, "malformed-request");
        return answer(
                switch (status) {
                    case NOT_ACCEPTABLE -> Problem.of(status, code, HttpHeaders.ACCEPT, detail);
                    case UNSUPPORTED_MEDIA_TYPE -> Problem.of(status, code, HttpHeaders.CONTENT_TYPE, detail);
                    default -> Problem.of(status, code, detail);
                });
    }

    /** Answers a body without a length that turns out to be too long; the rest of it is not read. */
    @ServerExceptionMapper
    public Response tooLarge(BoundedBody.TooLarge e) {
        return Response.fromResponse(answer(e.problem()))
                .header("Connection", "close")
                .build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        return answer(problemOf(e));
    }

    /** The problem that a failure is answered with; a bug is logged under the number that the problem names. */
    static Problem problemOf(Throwable e) {
        Optional<Problem> known = DatabaseProblem.firstOfCauses(e, ProblemMappers::known);
        if (known.isPresent()) {
            if (known.get().document().status() == UNAVAILABLE) {
                LOG.warnf("the database cannot answer: %s", e);
            }
            return known.get();
        }
        String incident = UUID.randomUUID().toString();
        LOG.errorf(e, "incident %s", incident);
        return Problem.of(SERVER_ERROR, "internal", "Something failed on our side. Incident " + incident);
    }

    /** Whether what has failed can be tried again as it is, now or a little later: it is not to blame. */
    static boolean isTransient(Throwable e) {
        return DatabaseProblem.firstOfCauses(e, ProblemMappers::known)
                .filter(problem -> problem.document().status() == UNAVAILABLE)
                .isPresent();
    }

    private static Optional<Problem> known(Throwable e) {
        return switch (e) {
            case Problem problem -> Optional.of(problem);
            case SQLException failure -> DatabaseProblem.of(failure);
            default -> Optional.empty();
        };
    }

    /** The problem of JSON that cannot be read, or that is not what is read here. */
    static Problem fromJson(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return Problem.malformed("", "malformed-json", "The body is no JSON: " + e.getOriginalMessage());
        }
        String field = path(mapping);
        if (mapping.getCause() instanceof IOException) {
            return Problem.malformed(field, "malformed-json", "The body is no JSON in UTF-8.");
        }
        return switch (mapping) {
            case UnrecognizedPropertyException unknown ->
                Problem.malformed(field, "unknown-field", "There is no field " + unknown.getPropertyName() + " here.");
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                Problem.malformed(field, "unknown-value", "Allowed are " + enumValues(format.getTargetType()) + ".");
            default -> unreadable(field, mapping);
        };
    }

    private static String enumValues(Class<?> type) {
        return String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                        .map(Object::toString)
                        .toList());
    }

    /** The innermost message is ours (Money, Quantity, Period explain themselves); Jackson's own names classes. */
    private static Problem unreadable(String field, JsonMappingException e) {
        return e.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null
                ? Problem.malformed(field, ours)
                : Problem.malformed(field, "malformed-field", "The value has the wrong type.");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** What cannot be done at the moment says when to try again. */
    static Response answer(Problem problem) {
        int status = problem.document().status();
        Response.ResponseBuilder answer =
                Response.status(status).type(PROBLEM_JSON).entity(problem.document());
        return (status == UNAVAILABLE ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS) : answer).build();
    }
}
