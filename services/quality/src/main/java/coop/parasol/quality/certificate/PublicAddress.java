package coop.parasol.quality.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the public finds this service. */
@ApplicationScoped
class PublicAddress {

    private final String url;

    PublicAddress(@ConfigProperty(name = "parasol.certificate.public-url") String url) {
        this.url = url.replaceAll("/+$", "");
    }

    String page(String number) {
        return url + "/certificates/" + number;
    }
}
