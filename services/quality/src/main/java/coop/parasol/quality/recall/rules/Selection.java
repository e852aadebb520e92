package coop.parasol.quality.recall.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which batches a decision is about: those to which all of it applies.
 *
 * @param lots lot numbers, as the producers gave them
 * @param memberId the producer
 * @param product its code
 * @param characteristic a name in the standard by which the batch was judged, such as what was measured wrongly
 * @param certifiedFrom certified at this moment or later
 * @param certifiedBefore certified before this moment
 */
public record Selection(
        @Nullable List<String> lots,
        @Nullable UUID memberId,
        @Nullable String product,
        @Nullable String characteristic,
        @Nullable Instant certifiedFrom,
        @Nullable Instant certifiedBefore) {

    /** A field that cannot be, and why. */
    public record Flaw(String field, String code, String detail) {}

    /** What keeps it from being decided on; nobody recalls everything by leaving everything out. */
    public Optional<Flaw> flaw() {
        if (certifiedFrom != null && certifiedBefore != null && !certifiedFrom.isBefore(certifiedBefore)) {
            return Optional.of(new Flaw("certifiedBefore", "span-reversed", "The time span ends before it begins."));
        }
        if (lots == null && memberId == null && product == null && certifiedFrom == null) {
            return Optional.of(new Flaw(
                    "selection",
                    "selects-everything",
                    "Name lots, a producer, a product or the begin of a time span."));
        }
        if (characteristic != null && memberId == null && product == null) {
            return Optional.of(new Flaw(
                    "characteristic",
                    "whose-characteristic",
                    "A characteristic goes with a producer or a product: standards name them as they like."));
        }
        return Optional.empty();
    }
}
