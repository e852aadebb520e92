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
