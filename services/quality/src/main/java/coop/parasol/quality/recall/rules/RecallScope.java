package coop.parasol.quality.recall.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a recall, a suspension or a reinstatement: the certified batches to which all of it applies.
 *
 * @param lots lot numbers, the producers' own or the brand's
 * @param memberId the producer
 * @param product its code
 * @param characteristic a name in the standard by which the batch was judged, such as what was measured wrongly
 * @param certifiedFrom certified at this moment or later
 * @param certifiedBefore certified before this moment
 */
public record RecallScope(
        @Nullable List<String> lots,
        @Nullable UUID memberId,
        @Nullable String product,
        @Nullable String characteristic,
        @Nullable Instant certifiedFrom,
        @Nullable Instant certifiedBefore) {

    /** A field whose value is not possible, and why. */
    public record RecallScopeError(String field, String code, String detail) {}

    /** What is not possible; nobody recalls everything by leaving everything out. Empty if everything is possible. */
    public Optional<RecallScopeError> error() {
        if (certifiedFrom != null && certifiedBefore != null && !certifiedFrom.isBefore(certifiedBefore)) {
            return Optional.of(new RecallScopeError(
                    "certifiedBefore", "time-span-reversed", "The time span ends before it begins."));
        }
        if (lots == null && memberId == null && product == null && certifiedFrom == null) {
            return Optional.of(new RecallScopeError(
                    "scope", "scope-unbounded", "Name lots, a producer, a product or the begin of a time span."));
        }
        if (characteristic != null && memberId == null && product == null) {
            return Optional.of(new RecallScopeError(
                    "characteristic",
                    "characteristic-without-product",
                    "Name a producer or a product with the characteristic: every standard names its own."));
        }
        return Optional.empty();
    }
}
