package coop.parasol.quality.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The URL under which the public finds this service, setting {@code parasol.certificate.public-url}. */
@ApplicationScoped
public class PublicUrl {

    private final String url;

    PublicUrl(@ConfigProperty(name = "parasol.certificate.public-url") String url) {
        this.url = url.replaceAll("/+$", "");
    }

    /** The URL without a slash at its end. */
    public String root() {
        return url;
    }

    /** The URL of a certificate's page; it is in its QR code. */
    String ofCertificate(String number) {
        return url + "/certificates/" + number;
    }
}
