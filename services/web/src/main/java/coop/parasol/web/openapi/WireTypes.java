package coop.parasol.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas of values as they are in JSON: money, quantities, weeks, days, times, identifiers and plain values. */
final class WireTypes {

    /** The JSON type that calls may have beside the one that answers have, which is the one that clients should use. */
    static final String ALSO_READ = "x-also-read";

    private static final int CURRENCY_LETTERS = 3;
    private static final int MAX_DECIMAL_CHARACTERS = 24;
    private static final int MAX_PRICE_CHARACTERS = 30;

    /** Values that have a component of their own, by class name. */
    private static final Map<String, Supplier<Schema>> COMPONENTS = Map.of(
            "coop.parasol.contracts.Money", WireTypes::money,
            "coop.parasol.contracts.UnitPrice", WireTypes::unitPrice,
            "coop.parasol.contracts.Quantity", WireTypes::quantity,
            "coop.parasol.contracts.Period", WireTypes::week);

    private static final Map<String, Supplier<Schema>> INLINE = inline();

    private WireTypes() {}

    /** The schema of a component of its own, if the class is one. */
    static Optional<Schema> component(String className) {
        return Optional.ofNullable(COMPONENTS.get(className)).map(Supplier::get);
    }

    /** A new schema that stands where the value is used, if the class is a plain value. */
    static Optional<Schema> inline(String className) {
        return Optional.ofNullable(INLINE.get(className)).map(Supplier::get);
    }

    static Schema of(SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }

    static Schema text(String format) {
        return of(SchemaType.STRING).format(format);
    }

    private static Map<String, Supplier<Schema>> inline() {
        Map<String, Supplier<Schema>> types = new TreeMap<>();
        types.put("java.lang.String", () -> of(SchemaType.STRING));
        types.put("char", () -> of(SchemaType.STRING).minLength(1).maxLength(1));
        types.put("java.lang.CharSequence", () -> of(SchemaType.STRING));
        types.put("coop.parasol.contracts.Identifier", WireTypes::identifier);
        types.put("java.util.UUID", () -> text("uuid"));
        types.put("java.net.URI", () -> text("uri"));
        types.put("java.time.Instant", () -> text("date-time"));
        types.put("java.time.OffsetDateTime", () -> text("date-time"));
        types.put("java.time.LocalDate", () -> text("date"));
        types.put("java.time.Year", () -> of(SchemaType.INTEGER).format("int32"));
        types.put("java.time.YearMonth", () -> of(SchemaType.STRING).pattern("^[0-9]{4}-(0[1-9]|1[0-2])$"));
        types.put("java.time.LocalTime", () -> of(SchemaType.STRING).pattern("^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"));
        types.put("java.time.Duration", () -> text("duration"));
        types.put("java.time.Period", () -> text("duration"));
        types.put("java.math.BigDecimal", () -> of(SchemaType.NUMBER));
        types.put("java.math.BigInteger", () -> of(SchemaType.INTEGER));
        for (String name : List.of("boolean", "java.lang.Boolean")) {
            types.put(name, () -> of(SchemaType.BOOLEAN));
        }
        for (String name : List.of("int", "java.lang.Integer", "short", "byte", "java.lang.Short")) {
            types.put(name, () -> of(SchemaType.INTEGER).format("int32"));
        }
        for (String name : List.of("long", "java.lang.Long", "java.util.OptionalLong")) {
            types.put(name, () -> of(SchemaType.INTEGER).format("int64"));
        }
        types.put("java.util.OptionalInt", () -> of(SchemaType.INTEGER).format("int32"));
        for (String name : List.of("double", "java.lang.Double", "float", "java.lang.Float")) {
            types.put(name, () -> of(SchemaType.NUMBER).format("double"));
        }
        types.put("java.lang.Object", OASFactory::createSchema);
        types.put("com.fasterxml.jackson.databind.JsonNode", OASFactory::createSchema);
        return types;
    }

    private static Schema identifier() {
        return of(SchemaType.STRING)
                .minLength(1)
                .pattern("\\S")
                .description("Printable ASCII. Compared in upper case and without blanks, shown as it was written.");
    }

    private static Schema money() {
        return of(SchemaType.OBJECT)
                .description("An amount of money in the firm's one currency, as an exact decimal in text.")
                .addProperty(
                        "amount",
                        of(SchemaType.STRING)
                                .pattern("^-?[0-9]+(\\.[0-9]+)?$")
                                .maxLength(MAX_DECIMAL_CHARACTERS)
                                .description("A plain decimal with at most the decimals that ISO 4217 gives the"
                                        + " currency; answers have all of them. Negative for a debt. A JSON number is"
                                        + " read as well.")
                                .examples(List.of("1234.56"))
                                .extensions(Map.of(ALSO_READ, "number")))
                .addProperty(
                        "currency",
                        of(SchemaType.STRING)
                                .pattern("^[A-Z]{" + CURRENCY_LETTERS + "}$")
                                .description("ISO 4217 code")
                                .examples(List.of("INR")))
                .required(List.of("amount", "currency"));
    }

    private static Schema unitPrice() {
        return of(SchemaType.OBJECT)
                .description("A price for a number of units, as an exact decimal in text: finer than the currency's"
                        + " minor unit, for only amounts are rounded.")
                .addProperty(
                        "amount",
                        of(SchemaType.STRING)
                                .pattern("^-?[0-9]+(\\.[0-9]+)?$")
                                .maxLength(MAX_PRICE_CHARACTERS)
                                .description("A plain decimal with at most six decimals more than ISO 4217 gives the"
                                        + " currency, and at least eight allowed. A JSON number is read as well.")
                                .examples(List.of("102.5"))
                                .extensions(Map.of(ALSO_READ, "number")))
                .addProperty(
                        "currency",
                        of(SchemaType.STRING)
                                .pattern("^[A-Z]{" + CURRENCY_LETTERS + "}$")
                                .description("ISO 4217 code")
                                .examples(List.of("INR")))
                .addProperty(
                        "per",
                        of(SchemaType.INTEGER)
                                .format("int32")
                                .enumeration(List.of(1, 100, 1000))
                                .description("How many units the amount is for; 1 where it is left out.")
                                .examples(List.of(1000)))
                .required(List.of("amount", "currency"));
    }

    private static Schema quantity() {
        return of(SchemaType.OBJECT)
                .description("A quantity with its unit, as an exact decimal in text.")
                .addProperty(
                        "value",
                        of(SchemaType.STRING)
                                .pattern("^-?[0-9]+(\\.[0-9]+)?$")
                                .maxLength(MAX_DECIMAL_CHARACTERS)
                                .description(
                                        "A plain decimal of at most 12 digits before and 6 behind the point. Pieces"
                                                + " are whole. A JSON number is read as well.")
                                .examples(List.of("12.5"))
                                .extensions(Map.of(ALSO_READ, "number")))
                .addProperty(
                        "unit",
                        of(SchemaType.STRING)
                                .pattern("^[A-Z0-9]{2,3}$")
                                .description("UN/CEFACT Recommendation 20 code: C62 piece, KGM kilogram, MTR metre")
                                .examples(List.of("KGM")))
                .required(List.of("value", "unit"));
    }

    private static Schema week() {
        return of(SchemaType.STRING)
                .pattern("^[0-9]{4}-W[0-9]{2}$")
                .description("A week of ISO 8601, Monday to Sunday in the firm's time zone.")
                .examples(List.of("2026-W48"));
    }
}
