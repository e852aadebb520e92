package coop.parasol.quality.certificate.rules;

import java.math.BigDecimal;
import java.util.Map;

/** Units of UN/CEFACT Recommendation 20 in words, for people who read a certificate; another unit is named by its code. */
public final class UnitName {

    private static final Map<String, String> SINGULAR = Map.ofEntries(
            Map.entry("C62", "piece"),
            Map.entry("H87", "piece"),
            Map.entry("EA", "piece"),
            Map.entry("SET", "set"),
            Map.entry("PR", "pair"),
            Map.entry("KGM", "kilogram"),
            Map.entry("GRM", "gram"),
            Map.entry("MGM", "milligram"),
            Map.entry("TNE", "tonne"),
            Map.entry("LTR", "litre"),
            Map.entry("MLT", "millilitre"),
            Map.entry("MTR", "metre"),
            Map.entry("CMT", "centimetre"),
            Map.entry("MMT", "millimetre"),
            Map.entry("MTK", "square metre"),
            Map.entry("MTQ", "cubic metre"));

    private UnitName() {}

    /** Such as {@code 1 piece} or {@code 2.5 kilograms}. */
    public static String of(BigDecimal value, String unit) {
        String name = SINGULAR.get(unit);
        String number = value.stripTrailingZeros().toPlainString();
        if (name == null) {
            return number + " " + unit;
        }
        return number + " " + name + (number.equals("1") ? "" : "s");
    }

    /** Such as {@code grams}. */
    public static String plural(String unit) {
        String name = SINGULAR.get(unit);
        return name == null ? unit : name + "s";
    }
}
