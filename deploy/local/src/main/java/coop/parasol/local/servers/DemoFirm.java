package coop.parasol.local.servers;

import java.util.HashMap;
import java.util.Map;

/** The country of a demo: its currency tells which. A demo in rupees is a firm in India, another has none. */
public final class DemoFirm {

    private static final String CURRENCY = "PARASOL_FIRM_CURRENCY";
    private static final String COUNTRY = "PARASOL_FIRM_COUNTRY";
    private static final String RUPEES = "INR";

    private DemoFirm() {}

    /**
     * What the settings lack.
     *
     * @param settings of the firm, by environment variable
     */
    public static Map<String, String> settings(Map<String, String> settings) {
        if (!settings.getOrDefault(CURRENCY, RUPEES).equals(RUPEES) || settings.containsKey(COUNTRY)) {
            return Map.of();
        }
        Map<String, String> india = new HashMap<>(Map.of(
                COUNTRY,
                "IN",
                "PARASOL_FIRM_ADDRESS",
                "7 Station Road, Bhuj 370001",
                "PARASOL_FIRM_TAX_NUMBER",
                "29AAGCB7383J1Z4"));
        india.keySet().removeAll(settings.keySet());
        return india;
    }
}
