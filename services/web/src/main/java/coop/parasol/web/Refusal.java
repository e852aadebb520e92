package coop.parasol.web;

import java.util.List;

/**
 * Why a use case refused, as a value that it returns. REST answers it with the problem document of
 * {@link Problem#of(Refusal)}.
 */
public sealed interface Refusal {

    /** The thing does not exist: 404 {@code not-found}. */
    record NotFound(String noun, Object id) implements Refusal {}

    /** The rules do not allow it in the present state: 409. */
    record Conflict(String code, String detail) implements Refusal {}

    /** A field's value is not possible: 422. */
    record InvalidField(String field, String code, String detail) implements Refusal {}

    /** Values of several fields are not possible: 422 {@code invalid-fields}. */
    record InvalidFields(List<InvalidField> fields) implements Refusal {}

    /** What is wrong with the fields, of which there is at least one: one alone is refused by its own code. */
    static Refusal of(List<InvalidField> fields) {
        return fields.size() == 1 ? fields.getFirst() : new InvalidFields(List.copyOf(fields));
    }

    /** The person who asks may not do it: 403. */
    record Forbidden(String code, String detail) implements Refusal {}

    /** It has changed since the caller read it: 412. */
    record ChangedMeanwhile(long version) implements Refusal {}

    /** The change does not say which version it is of: 428. */
    record VersionNeeded() implements Refusal {}
}
