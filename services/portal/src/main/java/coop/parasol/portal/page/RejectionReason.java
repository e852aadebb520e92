package coop.parasol.portal.page;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.RejectedClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a lot was rejected or scrapped, as quality says it.
 *
 * @param rejectedBy the defect classes whose plans reject it; absent where they do not
 * @param sorted what became of its parts; absent where it was not sorted
 */
public record RejectionReason(
        String code,
        @Nullable List<RejectedClass> rejectedBy,
        @Nullable Sorted sorted) {

    private static final Messages WORDS = Words.of(Messages.class);
    private static final ReasonMessages REASONS = Words.of(ReasonMessages.class);

    /**
     * What became of a sorted lot.
     *
     * @param lot of the good part
     */
    public record Sorted(BigDecimal good, BigDecimal scrapped, String unit, String lot) {

        private String text() {
            return REASONS.sorted(quantity(good), lot, quantity(scrapped));
        }

        private String quantity(BigDecimal value) {
            return Formats.text(new Quantity(value, unit));
        }
    }

    /**
     * The reason in the reader's language where quality has decided it; else as it was written by a desk or the producer.
     *
     * @param text in quality's or a person's own words
     * @param why absent where there is the text alone
     */
    public static @Nullable String of(@Nullable String text, @Nullable RejectionReason why) {
        if (why == null) {
            return text;
        }
        return switch (why.code) {
            case "REJECTED_BY_PLANS" -> why.rejectedBy == null ? text : sentences(why.rejectedBy);
            case "SORTED" -> why.sorted == null ? text : why.sorted.text();
            case "USED_UP" -> REASONS.usedUp();
            default -> text;
        };
    }

    /** A sentence for each class. */
    public static String sentences(List<RejectedClass> classes) {
        return classes.stream().map(RejectionReason::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(RejectedClass one) {
        String name = Formats.words(one.defectClass());
        return one.countsDefects()
                ? WORDS.rejectedByDefects(name, one.found(), one.sampleSize(), one.accepted())
                : WORDS.rejectedByUnits(name, one.found(), one.sampleSize(), one.accepted());
    }
}
