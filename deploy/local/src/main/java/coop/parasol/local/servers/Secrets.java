package coop.parasol.local.servers;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** The passwords of an installation: generated once and kept in a file that only its owner may read. */
public final class Secrets {

    private static final int BYTES = 16;

    private final Path file;
    private final Map<String, String> values;

    private Secrets(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** Reads the file; without one there are no secrets yet. */
    public static Secrets load(Path file) {
        return new Secrets(file, PrivateFile.readProperties(file));
    }

    /** The secret of that name; generated and saved when it is first asked for. */
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
                file, values, "Secrets of this installation. Back them up, and show them to nobody.");
        return made;
    }
}
