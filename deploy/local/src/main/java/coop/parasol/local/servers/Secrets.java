package coop.parasol.local.servers;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** Passwords of an installation: made once, kept in a file that only its owner can read. */
public final class Secrets {

    private static final int BYTES = 16;

    private final Path file;
    private final Map<String, String> values;

    private Secrets(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** Reads the file, or an empty set if there is none yet. */
    public static Secrets in(Path file) {
        return new Secrets(file, PrivateFile.properties(file));
    }

    /** The secret of that name; made and stored when first asked for. */
    public synchronized String get(String name) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        values.put(name, made);
        PrivateFile.writeProperties(
                file, values, "Secrets of this installation. Keep them, and keep them to yourself.");
        return made;
    }
}
