package coop.parasol.membership.member;

import coop.parasol.contracts.AddressConfirmation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether applicants have to confirm their e-mail addresses: where mail can be sent, by a link that the portal mails. */
@ApplicationScoped
public class AddressConfirmations {

    private final String secret;
    private final boolean isMailSent;

    AddressConfirmations(
            @ConfigProperty(name = "parasol.membership.confirmation-secret") Optional<String> secret,
            @ConfigProperty(name = "parasol.smtp.host") Optional<String> mailServer) {
        this.secret = secret.orElse("");
        this.isMailSent = mailServer.filter(host -> !host.isBlank()).isPresent();
    }

    /** Whether whoever applies now has to. */
    public boolean areAsked() {
        return !secret.isEmpty() && isMailSent;
    }

    /** Whether the portal has made a link for this address. */
    public boolean isGenuine(String token, String email) {
        return !secret.isEmpty() && AddressConfirmation.isGenuine(token, email, secret);
    }
}
