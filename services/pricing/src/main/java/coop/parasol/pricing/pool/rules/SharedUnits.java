package coop.parasol.pricing.pool.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which units are those of a part that was taken of another's commitment (overflow sharing): of what its taker makes of the product and
 * grade for the week after the taking, and is certified, the first units are those of its first part, and so on, whichever of its
 * commitments for the week the taker names. Later batches and later parts change nothing of earlier ones; so nothing that was made, and
 * perhaps paid, before a part was taken is shared by it.
 */
public final class SharedUnits {

    private SharedUnits() {}

    /**
     * A part of a commitment, in the unit of its product.
     *
     * @param commitmentId of the taker, in which the part is
     * @param originatorId who keeps the share
     * @param takerId who makes it
     * @param grade that is to be made
     * @param originatorShare in basis points
     */
    public record Part(
            UUID commitmentId,
            UUID originatorId,
            UUID takerId,
            String grade,
            BigDecimal quantity,
            int originatorShare,
            Instant takenAt) {}

    /**
     * Certified units of a batch that the taker has made of the product for the week.
     *
     * @param commitmentId that its producer has named
     * @param committedGrade of that commitment; null where it was not told
     * @param certifiedGrade of the units
     * @param reportedAt when its producer reported it; of the good part of a sorted lot, that lot
     */
    public record Batch(
            UUID batchId,
            UUID commitmentId,
            @Nullable String committedGrade,
            String certifiedGrade,
            BigDecimal certified,
            Instant reportedAt) {

        /** Whether units of it can be those of a part: they are of its grade, or were to be. */
        boolean canBeOf(Part part) {
            return commitmentId.equals(part.commitmentId())
                    || part.grade().equals(committedGrade)
                    || part.grade().equals(certifiedGrade);
        }
    }

    /** Units of a batch that are of a part. */
    public record Shared(Part part, Batch batch, BigDecimal quantity) {

        /**
         * As many of those of the batch that are in a pool, rounded down.
         *
         * @param inPool units of the batch
         * @param decimals of the unit
         */
        public BigDecimal of(BigDecimal inPool, int decimals) {
            return quantity.multiply(inPool).divide(batch.certified(), decimals, RoundingMode.DOWN);
        }
    }

    /**
     * The units of all parts of one taker for a product and week.
     *
     * @param parts in the order in which they were taken
     * @param batches in the order in which they were certified, more than nothing each
     */
    public static List<Shared> of(List<Part> parts, List<Batch> batches) {
        List<Shared> shared = new ArrayList<>();
        BigDecimal[] left = batches.stream().map(Batch::certified).toArray(BigDecimal[]::new);
        for (Part part : parts) {
            BigDecimal leftOfPart = part.quantity();
            for (int i = 0; i < left.length && leftOfPart.signum() > 0; i++) {
                Batch batch = batches.get(i);
                BigDecimal units = leftOfPart.min(left[i]);
                if (units.signum() > 0
                        && batch.canBeOf(part)
                        && !batch.reportedAt().isBefore(part.takenAt())) {
                    shared.add(new Shared(part, batch, units));
                    leftOfPart = leftOfPart.subtract(units);
                    left[i] = left[i].subtract(units);
                }
            }
        }
        return shared;
    }
}
