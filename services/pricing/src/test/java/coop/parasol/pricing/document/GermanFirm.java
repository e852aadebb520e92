package coop.parasol.pricing.document;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A firm in Germany, with an address and a number of value added tax; its lamps are at the reduced rate. */
public class GermanFirm implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "parasol.firm.currency", "EUR",
                "parasol.firm.country", "DE",
                "parasol.firm.zone", "Europe/Berlin",
                "parasol.firm.financial-year-begin", "01-01",
                "parasol.firm.legal-name", "Schirm eG",
                "parasol.firm.address", "Hafenstraße 7, 20457 Hamburg",
                "parasol.firm.tax-number", "DE136695976",
                "parasol.firm.payout-documents.reduced-rate-products", "REDUCED-LAMP");
    }
}
