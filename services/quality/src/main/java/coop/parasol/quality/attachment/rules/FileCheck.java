package coop.parasol.quality.attachment.rules;

import java.util.Optional;

/**
 * Tells a file by its bytes; a name or a declared type says nothing. A file must be what its first bytes claim from the
 * first byte to the last, so that nothing else hides behind a picture. It is never opened or converted: evidence stays as
 * it was taken.
 */
public final class FileCheck {

    /** About what the largest cameras take; a picture that says it is larger is meant to choke whoever opens it. */
    static final long MOST_PIXELS = 200_000_000L;

    private FileCheck() {}

    /** What was found. */
    public sealed interface Outcome permits Fit, Unfit {}

    /** It may be attached. */
    public record Fit(FileType type) implements Outcome {}

    /** It may not, and why. */
    public record Unfit(String code, String detail) implements Outcome {}

    public static Outcome of(byte[] file) {
        if (file.length == 0) {
            return new Unfit("empty-file", "The file is empty.");
        }
        if (Archive.isIn(file)) {
            return new Unfit("broken-file", "It holds an archive; attach what is in it.");
        }
        if (Jpeg.claims(file)) {
            return outcome(FileType.JPEG, Jpeg.flaw(file));
        }
        if (Png.claims(file)) {
            return outcome(FileType.PNG, Png.flaw(file));
        }
        if (Pdf.claims(file)) {
            return outcome(FileType.PDF, Pdf.flaw(file));
        }
        return new Unfit("unknown-file-type", "Attach a JPEG, a PNG or a PDF; this is none, whatever it is called.");
    }

    private static Outcome outcome(FileType type, Optional<String> flaw) {
        return flaw.<Outcome>map(detail -> new Unfit("broken-file", "It is no sound " + type + ": " + detail))
                .orElseGet(() -> new Fit(type));
    }

    /** What is wrong with the size of a picture. */
    static Optional<String> flawOfSize(long width, long height) {
        if (width <= 0 || height <= 0) {
            return Optional.of("it has no size.");
        }
        // both are at most 2^31, so that their product fits
        return width * height > MOST_PIXELS ? Optional.of("it says that it is impossibly large.") : Optional.empty();
    }
}
