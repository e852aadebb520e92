package coop.parasol.portal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server that takes mail, as the settings {@code parasol.smtp.*} say; without a host no mail is sent. */
@ApplicationScoped
class MailServerSettings {

    /** RFC 6409 */
    private static final int SUBMISSION = 587;

    private final Optional<String> host;
    private final int port;
    private final Optional<String> from;
    private final String security;
    private final Optional<String> user;
    private final Optional<String> password;
    private final Duration timeout;

    MailServerSettings(
            @ConfigProperty(name = "parasol.smtp.host") Optional<String> host,
            @ConfigProperty(name = "parasol.smtp.port") Optional<Integer> port,
            @ConfigProperty(name = "parasol.smtp.from") Optional<String> from,
            @ConfigProperty(name = "parasol.smtp.security") Optional<String> security,
            @ConfigProperty(name = "parasol.smtp.user") Optional<String> user,
            @ConfigProperty(name = "parasol.smtp.password") Optional<String> password,
            @ConfigProperty(name = "parasol.smtp.timeout") Duration timeout) {
        this.host = host.map(String::strip).filter(name -> !name.isEmpty());
        this.port = port.orElse(SUBMISSION);
        this.from = from;
        this.security = security.orElse("starttls").toLowerCase(Locale.ROOT);
        this.user = user.filter(name -> !name.isEmpty());
        this.password = password;
        this.timeout = timeout;
    }

    boolean isConfigured() {
        return host.isPresent() && from.isPresent();
    }

    /** The sender, by the firm's name. */
    InternetAddress sender(String name) {
        try {
            return new InternetAddress(from.orElseThrow(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    String host() {
        return host.orElseThrow();
    }

    int port() {
        return port;
    }

    Optional<String> user() {
        return user;
    }

    String password() {
        return password.orElse("");
    }

    /** As Jakarta Mail names them. Encryption that is asked for is not left out where the server has none. */
    Properties properties() {
        String millis = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(security.equals("starttls")));
        properties.put("mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
