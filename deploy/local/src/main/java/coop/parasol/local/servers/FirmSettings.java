package coop.parasol.local.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a firm says of itself when it is started: kept, so that it need not be said at every start. */
public final class FirmSettings {

    private static final Set<String> NAMES = Set.of("PARASOL_PUBLIC_URL", "PARASOL_CERTIFICATE_ISSUER");

    private final Path file;
    private final Map<String, String> kept;
    private final Map<String, String> values;

    private FirmSettings(Path file, Map<String, String> kept, Map<String, String> values) {
        this.file = file;
        this.kept = kept;
        this.values = values;
    }

    /** What the environment says, else what is kept; a variable that is given empty is no longer kept. */
    public static FirmSettings of(Path file, Map<String, String> environment) {
        Map<String, String> kept = PrivateFile.properties(file);
        Map<String, String> values = new TreeMap<>(kept);
        environment.forEach((name, value) -> {
            if (concerns(name)) {
                values.put(name, value.strip());
            }
        });
        values.values().removeIf(String::isEmpty);
        return new FirmSettings(file, kept, values);
    }

    /** Whether a variable of the environment is about the firm and not about where its parts run. */
    public static boolean concerns(String name) {
        return NAMES.contains(name) || name.startsWith("PARASOL_FIRM_") || name.startsWith("PARASOL_BYLAWS_");
    }

    /** Variable to value. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** For later starts; the file appears whole, and only its owner reads it. */
    public void keep() {
        if (values.equals(kept)) {
            return;
        }
        PrivateFile.writeProperties(file, values, "What this firm was last started with; see docs/operations.md.");
    }
}
