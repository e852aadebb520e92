package coop.parasol.local.season;

import coop.parasol.local.client.FirmMoney;
import coop.parasol.local.client.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The products of the demo. Its producers' mail addresses are in the product's own domain, by which a later season
 * recognises them.
 */
enum DemoProduct {
    LAMP(
            "BRASS-LAMP",
            "Brass oil lamp, hand cast",
            "brass.example",
            "Moradabad",
            "lost-wax casting",
            List.of("Meera Brass Works", "Ravi Metalcraft", "Gopal Foundry", "Uma Lamps"),
            0,
            "1250.00",
            "1375.00",
            "2400.00"),
    CLOTH(
            "BLOCK-TABLECLOTH",
            "Tablecloth, hand-block printed",
            "blockprint.example",
            "Bagru",
            "teak blocks, natural indigo",
            List.of("Lakshmi Block Prints", "Iqbal Textiles", "Hasan Printers", "Padma Cloth"),
            0,
            "640.00",
            "704.00",
            "1800.00"),
    SOAP(
            "HERBAL-SOAP",
            "Herbal soap bar, 100 g",
            "soap.example",
            "Kannauj",
            "cold process",
            List.of("Sita Herbals", "Devi Soapmakers", "Nila Naturals", "Anand Soap"),
            540,
            "85.00",
            "93.50",
            "900.00");

    static final String UNIT = "C62";
    static final String FIRST_GRADE = "A";
    static final String SECOND_GRADE = "B";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    final String code;
    final String title;
    final String domain;
    final String town;
    final String route;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    final List<String> producerNames;

    private final int shelfLifeDays;

    /** list price of grade A at tier RETAIL */
    final String retail;

    private final String export;

    /** the season's costs of delivering the product, deducted in its settlement */
    final String costs;

    DemoProduct(
            String code,
            String title,
            String domain,
            String town,
            String route,
            List<String> producerNames,
            int shelfLifeDays,
            String retail,
            String export,
            String costs) {
        this.code = code;
        this.title = title;
        this.domain = domain;
        this.town = town;
        this.route = route;
        this.producerNames = producerNames;
        this.shelfLifeDays = shelfLifeDays;
        this.retail = retail;
        this.export = export;
        this.costs = costs;
    }

    /** The product of the producer with this mail address; empty if the address is not of the demo. */
    static Optional<DemoProduct> ofEmail(String email) {
        for (DemoProduct product : values()) {
            if (email.endsWith("@" + product.domain)) {
                return Optional.of(product);
            }
        }
        return Optional.empty();
    }

    /** The standard as quality's REST interface takes it: AQLs by defect class (ISO 2859-1), inspection level II. */
    Map<String, Object> standard() {
        Map<String, Object> standard = new LinkedHashMap<>();
        standard.put("product", code);
        standard.put("name", title);
        standard.put("unit", UNIT);
        standard.put("characteristics", characteristics());
        standard.put(
                "aql",
                Map.of(
                        "CRITICAL",
                        new BigDecimal("0.65"),
                        "MAJOR",
                        new BigDecimal("1.0"),
                        "MINOR",
                        new BigDecimal("4.0")));
        standard.put("inspectionLevel", "II");
        standard.put("grades", List.of(FIRST_GRADE, SECOND_GRADE));
        if (shelfLifeDays > 0) {
            standard.put("shelfLifeDays", shelfLifeDays);
        }
        return standard;
    }

    private List<Map<String, Object>> characteristics() {
        return switch (this) {
            case LAMP ->
                List.of(
                        attribute("no leak at the reservoir", "CRITICAL"),
                        variable("weight", "MAJOR", "GRM", "480", "560"),
                        attribute("polish without scratches", "MINOR"));
            case CLOTH ->
                List.of(
                        attribute("no banned azo dye", "CRITICAL"),
                        variable("length", "MAJOR", "CMT", "218", "222"),
                        attribute("print in register", "MINOR"));
            case SOAP ->
                List.of(
                        attribute("label names all ingredients", "CRITICAL"),
                        variable("weight", "MAJOR", "GRM", "98", "104"),
                        attribute("clean edges", "MINOR"));
        };
    }

    /** What partners of the demo pay by; the first list begins them. */
    static final List<String> TIERS = List.of("RETAIL", "EXPORT");

    /** The prices of both tiers, those for export of the first grade for 100 pieces; grade B costs nine tenths of grade A. */
    List<Map<String, Object>> prices(FirmMoney money) {
        return List.of(
                price(FIRST_GRADE, "RETAIL", money.of(retail)),
                price(FIRST_GRADE, "EXPORT", perHundred(money, export)),
                price(SECOND_GRADE, "RETAIL", money.of(nineTenths(retail))),
                price(SECOND_GRADE, "EXPORT", money.of(nineTenths(export))));
    }

    private Map<String, Object> price(String grade, String tier, Map<String, ?> unitPrice) {
        return Map.of(
                "product", code,
                "grade", grade,
                "tier", tier,
                "minimumQuantity", Json.quantity(1, UNIT),
                "unitPrice", unitPrice);
    }

    private static Map<String, Object> perHundred(FirmMoney money, String amount) {
        Map<String, Object> price = new LinkedHashMap<>(money.of(new BigDecimal(amount).multiply(HUNDRED)));
        price.put("per", HUNDRED.intValueExact());
        return price;
    }

    private static BigDecimal nineTenths(String amount) {
        return new BigDecimal(amount).multiply(new BigDecimal("0.9"));
    }

    private static Map<String, Object> attribute(String name, String defectClass) {
        return Map.of("name", name, "kind", "ATTRIBUTE", "defectClass", defectClass);
    }

    private static Map<String, Object> variable(
            String name, String defectClass, String unit, String lower, String upper) {
        return Map.of(
                "name",
                name,
                "kind",
                "VARIABLE",
                "defectClass",
                defectClass,
                "unit",
                unit,
                "lower",
                new BigDecimal(lower),
                "upper",
                new BigDecimal(upper));
    }
}
