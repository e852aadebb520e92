package coop.parasol.local.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of a firm (name, bank account, bylaws, public address, mail server): those of the environment, which are saved so
 * that later starts need not repeat them.
 */
public final class FirmSettings {

    /** The address under which people and partners' systems find everything, if it is not this machine alone. */
    static final String PUBLIC_ORIGIN = "PARASOL_PUBLIC_ORIGIN";

    /** The name of the host at which the portal is reached by HTTPS without a proxy before it. */
    public static final String HTTPS_NAME = "PARASOL_HTTPS_NAME";

    /** The firm's own certificate of that host in a PEM file, with those that it needs to be believed. */
    static final String HTTPS_CERTIFICATE = "PARASOL_HTTPS_CERTIFICATE";

    /** The certificate's private key in a PEM file. */
    static final String HTTPS_KEY = "PARASOL_HTTPS_KEY";

    /** {@code true} where a proxy before the portal ends HTTPS and says so in its headers. */
    static final String BEHIND_PROXY = "PARASOL_BEHIND_PROXY";

    private static final Set<String> ADDRESSES =
            Set.of(PUBLIC_ORIGIN, HTTPS_NAME, HTTPS_CERTIFICATE, HTTPS_KEY, BEHIND_PROXY);

    private static final Set<String> NAMES =
            Set.of("PARASOL_CERTIFICATE_ISSUER", "PARASOL_CERTIFICATE_CONTACT", "PARASOL_SETTLE_CURRENT_WEEK");

    private final Path file;
    private final Map<String, String> kept;
    private final Map<String, String> values;

    private FirmSettings(Path file, Map<String, String> kept, Map<String, String> values) {
        this.file = file;
        this.kept = kept;
        this.values = values;
    }

    /**
     * Combines the environment with the saved settings. The environment takes precedence; a variable that is set but
     * empty removes the saved value.
     */
    public static FirmSettings of(Path file, Map<String, String> environment) {
        Map<String, String> kept = PrivateFile.readProperties(file);
        Map<String, String> values = new TreeMap<>(kept);
        environment.forEach((name, value) -> {
            if (isFirmSetting(name) || MailServer.isSetting(name) || ADDRESSES.contains(name)) {
                values.put(name, value.strip());
            }
        });
        values.values().removeIf(String::isEmpty);
        return new FirmSettings(file, kept, values);
    }

    /** Whether an environment variable is a setting of the firm that a service reads, and not one of where components run. */
    public static boolean isFirmSetting(String name) {
        return NAMES.contains(name) || name.startsWith("PARASOL_FIRM_") || name.startsWith("PARASOL_BYLAWS_");
    }

    /** Value by environment variable. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** Saves the settings for later starts, in a file that only its owner may read. */
    public void save() {
        if (values.equals(kept)) {
            return;
        }
        PrivateFile.writeProperties(
                file, values, "The settings with which this firm was last started; see docs/operations.md.");
    }
}
