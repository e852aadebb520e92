package coop.parasol.pricing.document;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A firm in India, with a country, an address and a GSTIN. */
public class IndianFirm implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "parasol.firm.country", "IN",
                "parasol.firm.zone", "Asia/Kolkata",
                "parasol.firm.financial-year-begin", "04-01",
                "parasol.firm.legal-name", "Chhatri Producer Company Ltd.",
                "parasol.firm.address", "7 Station Road, Bhuj 370001",
                "parasol.firm.tax-number", "29AAGCB7383J1Z4");
    }
}
