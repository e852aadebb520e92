package coop.parasol.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.parasol.contracts.MalformedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that is answered with a problem document (RFC 9457) instead of a result. Thrown by REST resources only; a use case
 * returns a {@link Refusal} as a value.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE = 422;
    private static final int PRECONDITION_REQUIRED = 428;

    private final transient Document document;

    private Problem(Document document) {
        super(document.code() + ": " + document.detail());
        this.document = document;
    }

    public Document document() {
        return document;
    }

    /**
     * The document as it is sent, {@code application/problem+json}.
     *
     * @param type a URN that names the kind of problem
     * @param code stable, for programs; {@code detail} is for people and may change
     * @param field the offending field as a path ({@code lines[2].quantity}), if there is one
     * @param errors all offending fields, if there are several
     * @param kind what should stand in a field that cannot be read, where that is told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable String field,
            @Nullable List<FieldError> errors,
            MalformedValue.@Nullable Kind kind) {}

    /**
     * One offending field.
     *
     * @param kind what should stand in a field that cannot be read, where that is told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(String field, String code, String detail, MalformedValue.@Nullable Kind kind) {

        public FieldError(String field, String code, String detail) {
            this(field, code, detail, null);
        }
    }

    /** The thing does not exist: 404 {@code not-found}. */
    public static Problem notFound(String noun, Object id) {
        return of(NOT_FOUND, "not-found", "There is no " + noun + " " + id + ".");
    }

    /** The rules refuse it in the present state: 409 with the rule's own code. */
    public static Problem refused(String code, String detail) {
        return of(CONFLICT, code, detail);
    }

    /** The request is readable but a field's value cannot be: 422. */
    public static Problem invalid(String field, String code, String detail) {
        return new Problem(document(UNPROCESSABLE, code, detail, field, null));
    }

    /** The request cannot be understood: 400. */
    public static Problem malformed(String field, String code, String detail) {
        return malformed(field, code, detail, null);
    }

    /** The same, with what should stand in the field. */
    static Problem malformed(String field, String code, String detail, MalformedValue.@Nullable Kind kind) {
        return new Problem(document(BAD_REQUEST, code, detail, field.isEmpty() ? null : field, null, kind));
    }

    /** A field whose text is not what is read there: 400 {@code malformed-field}. */
    static Problem malformed(String field, IllegalArgumentException unreadable) {
        return malformed(
                field,
                "malformed-field",
                String.valueOf(unreadable.getMessage()),
                unreadable instanceof MalformedValue value ? value.kind() : null);
    }

    /** Several fields are wrong, and the first of them cannot be understood: 400 with that one's code. */
    public static Problem malformed(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return errors.size() == 1
                ? malformed(first.field(), first.code(), first.detail(), first.kind())
                : new Problem(document(BAD_REQUEST, first.code(), first.detail(), first.field(), errors, first.kind()));
    }

    /** Several fields are wrong: 422 {@code invalid-fields}, or the one error's own code. */
    public static Problem invalid(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return errors.size() == 1
                ? invalid(first.field(), first.code(), first.detail())
                : new Problem(document(
                        UNPROCESSABLE, "invalid-fields", errors.size() + " fields are wrong.", first.field(), errors));
    }

    /** The caller may not do this: 403. */
    public static Problem forbidden(String code, String detail) {
        return of(FORBIDDEN, code, detail);
    }

    /** The resource has changed since the caller read it: 412 {@code changed-meanwhile}. */
    public static Problem changedMeanwhile(long version) {
        return of(
                PRECONDITION_FAILED,
                "changed-meanwhile",
                "It has changed meanwhile; read it again (its ETag is now \"" + version + "\") and repeat.");
    }

    /** The change does not say which version it is of: 428 {@code version-needed}. */
    public static Problem versionNeeded() {
        return of(
                PRECONDITION_REQUIRED,
                "version-needed",
                "If-Match",
                "Read it first and send its ETag as If-Match, so that no change is lost that you have not seen; *"
                        + " takes any.");
    }

    /** The problem document of a refusal: 404, 409, 422, 403, 412 or 428. */
    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound missing -> notFound(missing.noun(), missing.id());
            case Refusal.Conflict conflict -> refused(conflict.code(), conflict.detail());
            case Refusal.InvalidField field -> invalid(field.field(), field.code(), field.detail());
            case Refusal.InvalidFields several ->
                invalid(several.fields().stream()
                        .map(field -> new FieldError(field.field(), field.code(), field.detail()))
                        .toList());
            case Refusal.Forbidden forbidden -> forbidden(forbidden.code(), forbidden.detail());
            case Refusal.ChangedMeanwhile changed -> changedMeanwhile(changed.version());
            case Refusal.VersionNeeded needed -> versionNeeded();
        };
    }

    /** Any other status. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(document(status, code, detail, null, null));
    }

    /** Any other status, with the field, parameter or header that it is about. */
    public static Problem of(int status, String code, String field, String detail) {
        return new Problem(document(status, code, detail, field, null));
    }

    private static Document document(
            int status, String code, String detail, @Nullable String field, @Nullable List<FieldError> errors) {
        return document(status, code, detail, field, errors, null);
    }

    private static Document document(
            int status,
            String code,
            String detail,
            @Nullable String field,
            @Nullable List<FieldError> errors,
            MalformedValue.@Nullable Kind kind) {
        String title = code.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + code.substring(1).replace('-', ' ');
        return new Document("urn:parasol:problem:" + code, title, status, detail, code, field, errors, kind);
    }
}
