package coop.parasol.portal.page;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.RejectedClass;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a lot is in its state, in the reader's language where sampling plans have rejected it. */
public final class RejectionReason {

    /** How quality says what one plan has rejected: {@code MAJOR: 3 defective in 13 units, at most 0 accepted}. */
    private static final Pattern ONE_CLASS = Pattern.compile(
            "(CRITICAL|MAJOR|MINOR): (\\d{1,9}) (defective|defects) in (\\d{1,9}) units, at most (\\d{1,9}) accepted");

    private static final Pattern SEMICOLON = Pattern.compile("; ");

    private static final Messages WORDS = Words.of(Messages.class);

    private RejectionReason() {}

    /**
     * The reason in the reader's language where plans have rejected the lot, whatever its plans are now; else as it was written by a
     * desk or the producer.
     *
     * @param reason in quality's own words
     */
    public static @Nullable String of(@Nullable String reason) {
        if (reason == null) {
            return null;
        }
        List<Matcher> classes =
                SEMICOLON.splitAsStream(reason).map(ONE_CLASS::matcher).toList();
        return classes.stream().allMatch(Matcher::matches)
                ? sentences(classes.stream().map(RejectionReason::rejectedClass).toList())
                : reason;
    }

    private static RejectedClass rejectedClass(Matcher said) {
        return new RejectedClass(
                DefectClass.valueOf(said.group(1)),
                Integer.parseInt(said.group(2)),
                Integer.parseInt(said.group(4)),
                Integer.parseInt(said.group(5)),
                said.group(3).equals("defects"));
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
