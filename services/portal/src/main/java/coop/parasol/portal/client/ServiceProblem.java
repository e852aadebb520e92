package coop.parasol.portal.client;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service has refused a call, or did not answer. */
public final class ServiceProblem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Document document;

    public ServiceProblem(Document document) {
        super(document.code() + ": " + document.detail());
        this.document = document;
    }

    public Document document() {
        return document;
    }

    /** The service did not answer in time, or not with what it should. */
    public static ServiceProblem unavailable() {
        return new ServiceProblem(
                new Document(503, "unavailable", "This part of Parasol does not answer at present.", null, List.of()));
    }

    /** The service did not answer in time what changes something: it may have done it. */
    public static ServiceProblem unanswered() {
        return new ServiceProblem(new Document(
                503,
                "unanswered",
                "There was no answer in time. It may have been done all the same.",
                null,
                List.of()));
    }

    /**
     * A problem document (RFC 9457) as services send it.
     *
     * @param code stable, for programs
     * @param detail for people
     * @param field the offending field as a path
     * @param errors all offending fields, if there are several
     * @param kind what should stand in a field that cannot be read
     */
    public record Document(
            int status,
            String code,
            String detail,
            @Nullable String field,
            @Nullable List<FieldError> errors,
            @Nullable String kind) {

        public Document(
                int status, String code, String detail, @Nullable String field, @Nullable List<FieldError> errors) {
            this(status, code, detail, field, errors, null);
        }

        /** All offending fields, also a single one. */
        public List<FieldError> fields() {
            if (errors != null && !errors.isEmpty()) {
                return errors;
            }
            return field == null ? List.of() : List.of(new FieldError(field, code, detail, kind));
        }
    }

    /**
     * What is wrong with one field, named by its path in what was sent.
     *
     * @param kind what should stand in a field that cannot be read
     */
    public record FieldError(
            String field,
            String code,
            String detail,
            @Nullable String kind) {

        public FieldError(String field, String code, String detail) {
            this(field, code, detail, null);
        }

        /** The same at another field. */
        public FieldError at(String other) {
            return new FieldError(other, code, detail, kind);
        }
    }
}
