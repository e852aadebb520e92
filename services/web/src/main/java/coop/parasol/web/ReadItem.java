package coop.parasol.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An item of a call that has many and answers each by itself: it could be read, or it could not. As the element type of a list in
 * a JSON body it keeps one that cannot be read from undoing the others; what is no JSON at all still refuses the body.
 */
public sealed interface ReadItem<T> {

    /** An item as the caller has written it. */
    record Valid<T>(@JsonValue T value) implements ReadItem<T> {}

    /** Why an item is not taken: the problem that a call with it alone would be answered with. */
    record Invalid<T>(@JsonValue Problem.Document problem) implements ReadItem<T> {}

    /** The value, or null of an item that cannot be read. */
    default @Nullable T orNull() {
        return switch (this) {
            case Valid<T> valid -> valid.value();
            case Invalid<T> invalid -> null;
        };
    }

    /** The same item, unless its value has a problem. */
    default ReadItem<T> unless(Function<T, @Nullable Problem> check) {
        return switch (this) {
            case Valid<T> valid -> {
                Problem problem = check.apply(valid.value());
                yield problem == null ? this : new Invalid<>(problem.document());
            }
            case Invalid<T> invalid -> this;
        };
    }
}
