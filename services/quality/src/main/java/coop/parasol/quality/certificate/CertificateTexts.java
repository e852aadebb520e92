package coop.parasol.quality.certificate;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts certificates into words, with the firm's name, its contact and its time zone. */
@ApplicationScoped
public class CertificateTexts {

    private final String firm;
    private final Optional<String> contact;
    private final FirmClock clock;

    CertificateTexts(
            @ConfigProperty(name = "parasol.certificate.issuer") String firm,
            @ConfigProperty(name = "parasol.certificate.contact") Optional<String> contact,
            FirmClock clock) {
        this.firm = firm;
        this.contact = contact;
        this.clock = clock;
    }

    public CertificateText of(CertificateView certificate) {
        return CertificateText.of(certificate, firm, contact.orElse(null), zone(), clock.now());
    }

    /** The firm's name. */
    String firm() {
        return firm;
    }

    /** The firm's time zone, in which its days are counted. */
    ZoneId zone() {
        return clock.zone();
    }
}
