package coop.parasol.quality.certificate;

import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FoundedFirm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts certificates into words, with the firm's name, its contact and its time zone. */
@ApplicationScoped
public class CertificateTexts {

    private final Optional<String> issuer;
    private final Optional<String> contact;
    private final FoundedFirm founded;
    private final FirmClock clock;

    CertificateTexts(
            @ConfigProperty(name = "parasol.certificate.issuer") Optional<String> issuer,
            @ConfigProperty(name = "parasol.certificate.contact") Optional<String> contact,
            FoundedFirm founded,
            FirmClock clock) {
        this.issuer = issuer;
        this.founded = founded;
        this.contact = contact;
        this.clock = clock;
    }

    /** In English. */
    CertificateText of(CertificateView certificate) {
        return of(certificate, PrintedWords.english());
    }

    public CertificateText of(CertificateView certificate, PrintedWords words) {
        return CertificateText.of(certificate, firm(), contact.orElse(null), zone(), clock.now(), words);
    }

    /** The firm's name: the one that it has set for its certificates, else the one that it was founded with. */
    String firm() {
        return issuer.orElseGet(() -> founded.settings().name());
    }

    /** The firm's time zone, in which its days are counted. */
    ZoneId zone() {
        return clock.zone();
    }
}
