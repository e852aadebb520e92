package coop.parasol.quality.batch;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.RejectedClass;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a batch was rejected or scrapped, for readers of every language; absent where a person has written it.
 *
 * @param rejectedBy the defect classes that reject it, where plans do
 * @param sorted what became of its parts, where it was sorted
 */
public record BatchReason(
        Code code,
        @Nullable List<RejectedClass> rejectedBy,
        @Nullable Sorted sorted) {

    /** What has decided it. */
    public enum Code {
        /** the plans of its sample */
        REJECTED_BY_PLANS,
        /** it was accepted, and its inspection has left nothing of it */
        USED_UP,
        /** its producer has sorted it: the good part is a lot of its own, the rest is scrapped */
        SORTED
    }

    /**
     * What became of a sorted batch.
     *
     * @param good how much goes on
     * @param scrapped how much does not
     * @param unit of both (UN/CEFACT Recommendation 20)
     * @param lot the lot of the good part
     */
    public record Sorted(BigDecimal good, BigDecimal scrapped, String unit, String lot) {}

    static BatchReason rejected(List<RejectedClass> classes) {
        return new BatchReason(Code.REJECTED_BY_PLANS, classes, null);
    }

    static BatchReason usedUp() {
        return new BatchReason(Code.USED_UP, null, null);
    }

    static BatchReason sorted(Quantity good, Quantity scrapped, String lot) {
        return new BatchReason(Code.SORTED, null, new Sorted(good.value(), scrapped.value(), good.unit(), lot));
    }
}
