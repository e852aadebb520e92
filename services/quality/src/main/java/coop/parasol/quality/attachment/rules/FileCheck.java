package coop.parasol.quality.attachment.rules;

import java.util.Optional;

/**
 * Tells the kind of a file by its bytes; its name or declared type says nothing. The whole file must have the format whose
 * signature it begins with, so that nothing else hides behind a picture. It is never opened or converted: evidence stays
 * as it was taken (ADR 0026).
 */
public final class FileCheck {

    /** About what the largest cameras take; a picture that claims to be larger is meant to exhaust the memory of whoever opens it. */
    static final long MAX_PIXELS = 200_000_000L;

    private FileCheck() {}

    /** Whether a file may be attached. */
    public sealed interface Outcome permits Valid, Invalid {}

    /** The file may be attached. */
    public record Valid(FileType type) implements Outcome {}

    /** The file may not be attached, and why. */
    public record Invalid(String code, String detail) implements Outcome {}

    public static Outcome of(byte[] file) {
        if (file.length == 0) {
            return new Invalid("empty-file", "The file is empty.");
        }
        if (ZipArchive.isContainedIn(file)) {
            return new Invalid("broken-file", "It holds an archive; attach what is in it.");
        }
        if (JpegFormat.hasSignature(file)) {
            return outcome(FileType.JPEG, JpegFormat.fault(file));
        }
        if (PngFormat.hasSignature(file)) {
            return outcome(FileType.PNG, PngFormat.fault(file));
        }
        if (PdfFormat.hasSignature(file)) {
            return outcome(FileType.PDF, PdfFormat.fault(file));
        }
        return new Invalid("unknown-file-type", "Attach a JPEG, a PNG or a PDF; this is none, whatever it is called.");
    }

    private static Outcome outcome(FileType type, Optional<String> fault) {
        return fault.<Outcome>map(detail -> new Invalid("broken-file", "The " + type + " file is damaged: " + detail))
                .orElseGet(() -> new Valid(type));
    }

    /** What is wrong with the size of a picture in pixels; empty if nothing is. */
    static Optional<String> faultOfSize(long width, long height) {
        if (width <= 0 || height <= 0) {
            return Optional.of("it has no size.");
        }
        // both are at most 2^31, so that their product fits
        return width * height > MAX_PIXELS ? Optional.of("it says that it is impossibly large.") : Optional.empty();
    }
}
