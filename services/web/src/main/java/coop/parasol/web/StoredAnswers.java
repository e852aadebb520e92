package coop.parasol.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * What of the answer to a call is kept for its repetition, whatever the method returns: nothing, a {@link Response}, a
 * record, text or bytes. Bank data are not ({@link BankData}).
 */
@ApplicationScoped
public class StoredAnswers {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final ObjectMapper withoutBankData;

    StoredAnswers(ObjectMapper json) {
        ObjectMapper copy = json.copy();
        AnnotationIntrospector usual = copy.getSerializationConfig().getAnnotationIntrospector();
        this.withoutBankData =
                copy.setAnnotationIntrospector(AnnotationIntrospector.pair(new LeavesOutBankData(), usual));
    }

    /** The answer that a method's result will be sent as. */
    IdempotencyKeys.Answer of(Method method, String requestDigest, @Nullable Object result)
            throws JsonProcessingException {
        if (result instanceof Response response) {
            return new IdempotencyKeys.Answer(
                    requestDigest,
                    response.getStatus(),
                    response.getHeaderString(HttpHeaders.LOCATION),
                    response.getHeaderString(HttpHeaders.ETAG),
                    response.hasEntity() ? type(method, Optional.ofNullable(response.getMediaType())) : null,
                    response.hasEntity() ? bytes(response.getEntity()) : null);
        }
        @Nullable ResponseStatus status = method.getAnnotation(ResponseStatus.class);
        int usual = result == null ? NO_CONTENT : OK;
        return new IdempotencyKeys.Answer(
                requestDigest,
                status == null ? usual : status.value(),
                null,
                null,
                result == null ? null : type(method, Optional.empty()),
                result == null ? null : bytes(result));
    }

    /** An entity as it is stored: JSON without bank data. */
    public byte[] json(Object entity) {
        try {
            return bytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String type(Method method, Optional<MediaType> answered) {
        MediaType type =
                answered.orElseGet(() -> EndpointSignature.of(method).produces().getFirst());
        boolean text = type.getType().equals("text") || type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        return text && type.getParameters().isEmpty()
                ? type.withCharset(StandardCharsets.UTF_8.name()).toString()
                : type.toString();
    }

    private byte[] bytes(Object entity) throws JsonProcessingException {
        return switch (entity) {
            case byte[] binary -> binary;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> withoutBankData.writeValueAsBytes(entity);
        };
    }

    /** The first answer again, thrown instead of calling the method a second time. */
    static final class Repeated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient IdempotencyKeys.Answer answer;

        Repeated(IdempotencyKeys.Answer answer) {
            super("answered before", null, false, false);
            this.answer = answer;
        }
    }

    /** Sends the first answer again. */
    public static class Mapper {

        @ServerExceptionMapper
        public Response repeat(Repeated repeated) {
            IdempotencyKeys.Answer earlier = repeated.answer;
            Response.ResponseBuilder answer = Response.status(earlier.status()).header("Idempotency-Replayed", "true");
            if (earlier.body() != null) {
                answer.entity(earlier.body()).type(earlier.contentType());
            }
            if (earlier.location() != null) {
                answer.header(HttpHeaders.LOCATION, earlier.location());
            }
            if (earlier.etag() != null) {
                answer.header(HttpHeaders.ETAG, earlier.etag());
            }
            return answer.build();
        }
    }

    private static final class LeavesOutBankData extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return member.hasAnnotation(BankData.class);
        }
    }
}
