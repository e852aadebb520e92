package coop.parasol.local.servers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The server through which mail is sent (RFC 5321), from the settings {@code PARASOL_SMTP_*}. While there is none, Keycloak
 * cannot send anybody the link by which an own password is reset, and notices stand in the portal alone.
 *
 * @param from the sender's address
 * @param firm the sender's name
 * @param user empty where the server takes mail without sign-in
 */
public record MailServer(
        String host, int port, String from, String firm, Security security, String user, String password) {

    /** Whether mail is sent at all, which membership hears too. */
    static final String HOST = "PARASOL_SMTP_HOST";

    private static final String PREFIX = "PARASOL_SMTP_";
    private static final List<String> NAMES = List.of("HOST", "PORT", "FROM", "SECURITY", "USER", "PASSWORD");

    /** How the connection is encrypted. */
    public enum Security {
        /** not at all: on this machine only */
        NONE,
        /** by a command on an open connection (RFC 3207); port 587 */
        STARTTLS,
        /** from the first byte (RFC 8314); port 465 */
        TLS
    }

    /** All settings of the mail server as environment of whoever sends mail, empty where they are not given. */
    static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new TreeMap<>();
        for (String name : NAMES) {
            environment.put(PREFIX + name, settings.getOrDefault(PREFIX + name, ""));
        }
        return environment;
    }

    /** Whether an environment variable says something of the mail server. */
    public static boolean isSetting(String name) {
        return name.startsWith(PREFIX);
    }

    /**
     * The server of these settings; empty without {@code PARASOL_SMTP_HOST}.
     *
     * @throws OperatorException if a setting is missing or wrong
     */
    public static Optional<MailServer> of(Map<String, String> settings) {
        String host = value(settings, "HOST", "");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String from = value(settings, "FROM", "");
        String firm = settings.getOrDefault(RealmFirm.NAME, "").strip();
        if (!from.contains("@")) {
            throw new OperatorException("PARASOL_SMTP_HOST is set, and PARASOL_SMTP_FROM is no e-mail address."
                    + "\nWhat to do: set it to the address that the firm sends mail from.");
        }
        return Optional.of(new MailServer(
                host,
                Ports.parse(PREFIX + "PORT", value(settings, "PORT", "587")),
                from,
                firm.isEmpty() ? RealmFirm.USUAL_NAME : firm,
                security(value(settings, "SECURITY", "starttls")),
                value(settings, "USER", ""),
                value(settings, "PASSWORD", "")));
    }

    /** As Keycloak keeps it in a realm. */
    ObjectNode asKeycloakHasIt() {
        ObjectNode server = new ObjectMapper()
                .createObjectNode()
                .put("host", host)
                .put("port", Integer.toString(port))
                .put("from", from)
                .put("fromDisplayName", firm)
                .put("starttls", Boolean.toString(security == Security.STARTTLS))
                .put("ssl", Boolean.toString(security == Security.TLS))
                .put("auth", Boolean.toString(!user.isEmpty()));
        return user.isEmpty() ? server : server.put("user", user).put("password", password);
    }

    private static String value(Map<String, String> settings, String name, String usual) {
        String value = settings.getOrDefault(PREFIX + name, "").strip();
        return value.isEmpty() ? usual : value;
    }

    private static Security security(String text) {
        return switch (text) {
            case "none" -> Security.NONE;
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            default ->
                throw new OperatorException("PARASOL_SMTP_SECURITY=" + text + " is unknown."
                        + "\nWhat to do: set it to starttls, tls or none.");
        };
    }
}
