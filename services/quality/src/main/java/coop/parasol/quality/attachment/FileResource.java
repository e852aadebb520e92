package coop.parasol.quality.attachment;

import coop.parasol.quality.attachment.rules.FileCheck;
import coop.parasol.quality.attachment.rules.FileName;
import coop.parasol.quality.attachment.rules.FileType;
import coop.parasol.web.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What resources have in common that take and give files: what comes in is checked, and what goes out is to be saved, so that no browser runs it (ADR 0026). */
public abstract class FileResource {

    /** The largest file that is taken, in bytes. */
    public static final int MAX_BYTES = 5_000_000;

    private static final int TOO_LARGE = 413;

    protected FileResource() {}

    /**
     * The bytes of a body that is not larger than files may be.
     *
     * @throws Problem 413 {@code too-large}
     */
    protected static byte[] bytes(byte @Nullable [] body) {
        byte[] bytes = body == null ? new byte[0] : body;
        if (bytes.length > MAX_BYTES) {
            throw Problem.of(TOO_LARGE, "too-large", "A file has at most " + MAX_BYTES + " bytes.");
        }
        return bytes;
    }

    /**
     * What kind of file it is, by its bytes.
     *
     * @throws Problem 422 if it is none of those that are taken, or damaged
     */
    protected static FileType type(byte[] bytes) {
        return switch (FileCheck.of(bytes)) {
            case FileCheck.Valid(FileType type) -> type;
            case FileCheck.Invalid(String code, String detail) -> throw Problem.invalid("body", code, detail);
        };
    }

    /** @param name under which it is saved */
    protected static Response download(byte[] bytes, FileType type, String name) {
        return Response.ok(bytes, type.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.contentDisposition(name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
