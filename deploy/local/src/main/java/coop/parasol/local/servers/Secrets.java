package coop.parasol.local.servers;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of an installation: made once, kept in a file that only its owner can read. */
public final class Secrets {

    private static final int BYTES = 16;

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /** Reads the file, or an empty set if there is none yet. */
    public static Secrets in(Path file) {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    /** The secret of that name; made and stored when first asked for. */
    public synchronized String get(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        values.setProperty(name, made);
        store();
        return made;
    }

    private void store() {
        StringWriter text = new StringWriter();
        try {
            values.store(text, "Secrets of this installation. Keep them, and keep them to yourself.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrivateFile.write(file, text.toString());
    }
}
