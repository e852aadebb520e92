package coop.parasol.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Copies of a valid body in which one thing is wrong. */
final class Mutations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "@hostile@";

    private Mutations() {}

    /** With each of its nodes in turn replaced by each value, which is JSON and may be broken, or removed. */
    static List<String> ofNodes(JsonNode valid, List<String> values) {
        List<String> bodies = replaced(valid, values, node -> true);
        for (String pointer : pointers("", valid, node -> true)) {
            JsonNode copy = valid.deepCopy();
            if (copy.at(parent(pointer)) instanceof ObjectNode object) {
                object.remove(field(pointer));
                bodies.add(text(copy));
            }
        }
        return bodies;
    }

    /** With each text, number and truth value in turn replaced by each value, which is JSON and may be broken. */
    static List<String> ofLeaves(JsonNode valid, List<String> values) {
        return replaced(valid, values, JsonNode::isValueNode);
    }

    /** With a field that nobody knows in each of its objects in turn. */
    static List<String> withUnknownField(JsonNode valid, String name) {
        List<String> bodies = new ArrayList<>();
        List<String> objects = new ArrayList<>(List.of(""));
        objects.addAll(pointers("", valid, JsonNode::isObject));
        for (String pointer : objects) {
            JsonNode copy = valid.deepCopy();
            if (copy.at(pointer) instanceof ObjectNode object) {
                object.put(name, 1);
                bodies.add(text(copy));
            }
        }
        return bodies;
    }

    private static List<String> replaced(JsonNode valid, List<String> values, Predicate<JsonNode> which) {
        List<String> bodies = new ArrayList<>();
        for (String pointer : pointers("", valid, which)) {
            for (String value : values) {
                JsonNode copy = valid.deepCopy();
                replace(copy.at(parent(pointer)), field(pointer));
                bodies.add(text(copy).replace("\"" + PLACE + "\"", value));
            }
        }
        return bodies;
    }

    private static void replace(JsonNode parent, String field) {
        if (parent instanceof ObjectNode object) {
            object.put(field, PLACE);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(field), JSON.getNodeFactory().textNode(PLACE));
        }
    }

    private static List<String> pointers(String path, JsonNode node, Predicate<JsonNode> which) {
        List<String> pointers = new ArrayList<>();
        if (!path.isEmpty() && which.test(node)) {
            pointers.add(path);
        }
        node.properties()
                .forEach(field -> pointers.addAll(pointers(path + "/" + field.getKey(), field.getValue(), which)));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.addAll(pointers(path + "/" + i, node.get(i), which));
        }
        return pointers;
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static String field(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static String text(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
