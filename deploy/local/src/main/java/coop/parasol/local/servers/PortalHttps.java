package coop.parasol.local.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The portal at a host's name by HTTPS, for phones and other computers: with a certificate of the firm, else with
 * {@linkplain HttpsCertificate one of the installation's own}. Its port without HTTPS leads there.
 */
public final class PortalHttps {

    /** Labels of letters, digits and hyphens (RFC 1123), the last of which begins with a letter: no address is a name. */
    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** The port that an address does not name. */
    private static final int HTTPS_PORT = 443;

    private final Installation installation;
    private final String name;
    private final @Nullable String certificate;
    private final @Nullable String key;

    private PortalHttps(Installation installation, String name, Map<String, String> settings) {
        this.installation = installation;
        this.name = name;
        this.certificate = settings.get(FirmSettings.HTTPS_CERTIFICATE);
        this.key = settings.get(FirmSettings.HTTPS_KEY);
    }

    /**
     * What the settings say.
     *
     * @return empty if they name no host
     * @throws OperatorException if what they name is none
     */
    static Optional<PortalHttps> of(Installation installation, FirmSettings settings) {
        Map<String, String> values = settings.values();
        return Optional.ofNullable(values.get(FirmSettings.HTTPS_NAME))
                .map(name -> new PortalHttps(installation, requireHostName(name), values));
    }

    private static String requireHostName(String given) {
        String name = given.toLowerCase(Locale.ROOT);
        if (!HOST_NAME.matcher(name).matches()) {
            throw new OperatorException("\"" + given + "\" is not the name of a host.\nWhat to do: give --https, or "
                    + FirmSettings.HTTPS_NAME
                    + ", the name by which other computers find this one, such as parasol.local; an address is"
                    + " no name.");
        }
        return name;
    }

    /** Where people find the portal. */
    String origin() {
        int port = installation.ports().of(Component.PORTAL_HTTPS);
        return "https://" + name + (port == HTTPS_PORT ? "" : ":" + port);
    }

    /** The installation's own certificate; empty if the firm has one. */
    public Optional<HttpsCertificate> ownCertificate() {
        return certificate == null && key == null
                ? Optional.of(new HttpsCertificate(installation, name))
                : Optional.empty();
    }

    /**
     * Makes or renews the installation's own certificate.
     *
     * @throws OperatorException if a file of the firm's is missing
     */
    void prepare() {
        ownCertificate().ifPresentOrElse(HttpsCertificate::renew, () -> {
            requireFile(FirmSettings.HTTPS_CERTIFICATE, certificate);
            requireFile(FirmSettings.HTTPS_KEY, key);
        });
    }

    private static void requireFile(String variable, @Nullable String file) {
        if (file == null || !Files.isReadable(Path.of(file))) {
            throw new OperatorException(variable + (file == null ? " is not set" : "=" + file + " cannot be read")
                    + ".\nWhat to do: name the PEM files of the certificate and of its key by "
                    + FirmSettings.HTTPS_CERTIFICATE + " and " + FirmSettings.HTTPS_KEY + ", or neither.");
        }
    }

    /** What the portal is told; a certificate that is renewed is read again within the hour. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARASOL_HTTP_HOST", "0.0.0.0");
        environment.put(
                "QUARKUS_HTTP_SSL_PORT", Integer.toString(installation.ports().of(Component.PORTAL_HTTPS)));
        Optional<HttpsCertificate> own = ownCertificate();
        String ownFile = own.map(one -> one.serverFile().toString()).orElse("");
        environment.put("QUARKUS_HTTP_SSL_CERTIFICATE_FILES", certificate == null ? ownFile : certificate);
        environment.put("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", key == null ? ownFile : key);
        environment.put("QUARKUS_HTTP_SSL_CERTIFICATE_RELOAD_PERIOD", "1H");
        own.ifPresent(one ->
                environment.put("PARASOL_HTTPS_AUTHORITY", one.authorityFile().toString()));
        // no other host below the name, and no plain call, can set or read it
        environment.put("QUARKUS_REST_CSRF_COOKIE_NAME", "__Host-parasol-csrf");
        return environment;
    }
}
