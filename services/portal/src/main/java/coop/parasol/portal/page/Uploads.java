package coop.parasol.portal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files that are sent with a form. */
public final class Uploads {

    private Uploads() {}

    /** The text of a file in UTF-8, with U+FFFD for what is none; empty where no file was chosen. */
    public static String text(@Nullable FileUpload file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** What stands in a file; nothing where none was chosen. */
    public static byte[] bytes(@Nullable FileUpload file) {
        try {
            return file == null || file.size() == 0 ? new byte[0] : Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
