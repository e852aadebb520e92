package coop.parasol.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads and writes the JSON that all REST interfaces have in common: money, quantities, pages. */
public final class Json {

    /** The currency of the firm, an ISO 4217 code. */
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

    /** Parses the text; an empty text is a missing node, and one that is not JSON becomes a text node. */
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

    /** Money in the firm's currency, with two decimals. */
    public static Map<String, String> money(BigDecimal amount) {
        return Map.of("amount", amount.setScale(2).toPlainString(), "currency", CURRENCY);
    }

    public static Map<String, String> money(String amount) {
        return money(new BigDecimal(amount));
    }

    /**
     * A quantity.
     *
     * @param unit a code of UN/ECE Recommendation 20, such as C62 for pieces
     */
    public static Map<String, String> quantity(BigDecimal value, String unit) {
        return Map.of("value", value.toPlainString(), "unit", unit);
    }

    public static Map<String, String> quantity(long value, String unit) {
        return quantity(BigDecimal.valueOf(value), unit);
    }

    /** The amount of a money object or the value of a quantity object, or the number itself; zero if there is none. */
    public static BigDecimal number(JsonNode node) {
        JsonNode number = node.isObject() ? (node.has("amount") ? node.get("amount") : node.path("value")) : node;
        return number.isMissingNode() || number.isNull() ? BigDecimal.ZERO : new BigDecimal(number.asText());
    }

    /** The items of one page of a list. */
    public static List<JsonNode> items(JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        (page.isArray() ? page : page.path("items")).forEach(items::add);
        return items;
    }
}
