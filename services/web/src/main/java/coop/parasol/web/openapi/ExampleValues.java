package coop.parasol.web.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** One plausible value of a field: by its format, or by its name and constraints. */
final class ExampleValues {

    private static final Map<String, String> BY_FORMAT = Map.of(
            "uuid", "0198c000-7c1a-7001-8000-000000000001",
            "date-time", "2026-11-24T09:30:00Z",
            "date", "2026-11-24",
            "uri", "https://parasol.example/verify",
            "uri-reference", "/orders/0198c000-7c1a-7001-8000-000000000001",
            "email", "asha@parasol.example",
            "duration", "P14D");

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("name", "Asha Brass Works"),
            Map.entry("memberName", "Asha Brass Works"),
            Map.entry("place", "Moradabad"),
            Map.entry("city", "Moradabad"),
            Map.entry("street", "1 Mill Lane"),
            Map.entry("postcode", "244001"),
            Map.entry("email", "asha@parasol.example"),
            Map.entry("product", "BRASS-LAMP"),
            Map.entry("lot", "ABW-2026-0117"),
            Map.entry("grade", "A"),
            Map.entry("tier", "RETAIL"),
            Map.entry("unit", "C62"),
            Map.entry("gtin", "04012345123456"),
            Map.entry("country", "IN"),
            Map.entry("currency", "INR"),
            Map.entry("iban", "DE02120300000000202051"),
            Map.entry("bic", "BYLADEM1001"),
            Map.entry("sscc", "089012345000000012"),
            Map.entry("number", "INV-2026-000042"),
            Map.entry("certificateNumber", "7K3Q-9D2X-4M5N-P0RS-TVWD"),
            Map.entry("registrationNumber", "U74999UP2026PTC123456"),
            Map.entry("reference", "PO-5581"),
            Map.entry("bankReference", "UTR-20261124-0031"),
            Map.entry("period", "2026-W48"),
            Map.entry("week", "2026-W48"),
            Map.entry("equivalents", "250"),
            Map.entry("reason", "The goods came too late."),
            Map.entry("If-Match", "\"3\""),
            Map.entry("seenDraft", "\"3\""),
            Map.entry("after", "0198c000-7c1a-7001-8000-000000000001"),
            Map.entry("next", "0198c000-7c1a-7001-8000-000000000001"));

    private static final Map<String, String> BY_MEDIA_TYPE = Map.of(
            "text/csv", "account,debit,credit\r\nBANK,1234.56,0.00\r\n",
            "text/plain", "BANK 1234.56 INR\n",
            "text/html", "<!doctype html><title>Certificate</title>",
            "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document/>",
            "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "application/jose", "eyJhbGciOiJFZERTQSJ9.eyJncmFkZSI6IkEifQ.c2lnbmF0dXJl");

    /** Tried in this order where a field's own name gives nothing that fits its constraints. */
    private static final List<String> ANY = List.of(
            "BRASS-LAMP",
            "2026-W48",
            "IN",
            "INR",
            "A",
            "12.5",
            "04012345123456",
            "2026-11",
            "brass-lamp",
            "9a3f",
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");

    private static final long WHOLE = 5;
    private static final String DECIMAL = "2.5";

    private ExampleValues() {}

    static String ofMediaType(String mediaType) {
        return BY_MEDIA_TYPE.getOrDefault(mediaType.replaceAll(";.*", ""), "text");
    }

    /** {@code grades} hold a {@code grade}. */
    static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    static Object of(Schema schema, String name, Operation operation) {
        if (schema.getType() == null) {
            return Map.of();
        }
        return switch (schema.getType().getFirst()) {
            case BOOLEAN -> true;
            case INTEGER -> whole(schema, name);
            case NUMBER -> bounded(schema, new BigDecimal(DECIMAL));
            default -> text(schema, name, operation);
        };
    }

    private static long whole(Schema schema, String name) {
        long usual = name.toLowerCase(java.util.Locale.ROOT).endsWith("year") ? 2026 : WHOLE;
        return bounded(schema, BigDecimal.valueOf(usual)).longValue();
    }

    private static BigDecimal bounded(Schema schema, BigDecimal usual) {
        BigDecimal value = usual;
        if (schema.getMinimum() != null) {
            value = value.max(schema.getMinimum());
        }
        return schema.getMaximum() == null ? value : value.min(schema.getMaximum());
    }

    private static String text(Schema schema, String name, Operation operation) {
        String byFormat = schema.getFormat() == null ? null : BY_FORMAT.get(schema.getFormat());
        if (byFormat != null) {
            return byFormat;
        }
        return Stream.concat(Stream.of(person(name), BY_NAME.get(name), words(name)), ANY.stream())
                .filter(Objects::nonNull)
                .filter(text -> fits(schema, text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "OpenAPI has no example for the field " + name + " of " + operation.getOperationId()
                                + "; add one to ExampleValues, or @Schema(examples = ...) to it."));
    }

    /** Who did something is named by the subject of a token: {@code draftedBy}. */
    private static @Nullable String person(String name) {
        return name.endsWith("By") || name.equals("actor") ? BY_FORMAT.get("uuid") : null;
    }

    /** {@code actionTaken}: action taken. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean fits(Schema schema, String text) {
        return (schema.getMinLength() == null || text.length() >= schema.getMinLength())
                && (schema.getMaxLength() == null || text.length() <= schema.getMaxLength())
                && (schema.getPattern() == null
                        || java.util.regex.Pattern.compile(schema.getPattern())
                                .matcher(text)
                                .find());
    }
}
