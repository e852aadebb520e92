package coop.parasol.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shapes that every interface shares. */
public final class Json {

    /** The demo's currency, as the services' own default. */
    public static final String CURRENCY = System.getenv().getOrDefault("PARASOL_CURRENCY", "INR");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What cannot be read as JSON is answered as a text that stands for itself. */
    public static JsonNode read(String text) {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MAPPER.getNodeFactory().textNode(text);
        }
    }

    public static Map<String, String> money(BigDecimal amount) {
        return Map.of("amount", amount.setScale(2).toPlainString(), "currency", CURRENCY);
    }

    public static Map<String, String> money(String amount) {
        return money(new BigDecimal(amount));
    }

    public static Map<String, String> quantity(BigDecimal value, String unit) {
        return Map.of("value", value.toPlainString(), "unit", unit);
    }

    public static Map<String, String> quantity(long value, String unit) {
        return quantity(BigDecimal.valueOf(value), unit);
    }

    /** The amount of money or the value of a quantity. */
    public static BigDecimal number(JsonNode node) {
        JsonNode number = node.isObject() ? (node.has("amount") ? node.get("amount") : node.path("value")) : node;
        return number.isMissingNode() || number.isNull() ? BigDecimal.ZERO : new BigDecimal(number.asText());
    }

    public static List<JsonNode> items(JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        (page.isArray() ? page : page.path("items")).forEach(items::add);
        return items;
    }
}
