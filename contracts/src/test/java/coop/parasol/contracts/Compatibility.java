package coop.parasol.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether a schema is compatible with a released one: readers of each can read what writers of the other write. */
final class Compatibility {

    private static final List<String> FIXED = List.of("type", "format", "pattern", "enum");

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /** What would break, one line each; empty if nothing. */
    static List<String> breaks(JsonNode released, JsonNode current) {
        Compatibility comparison = new Compatibility();
        comparison.compare("", released, current);
        return comparison.breaks;
    }

    private void compare(String path, JsonNode released, JsonNode current) {
        for (String keyword : FIXED) {
            if (!Objects.equals(released.get(keyword), current.get(keyword))) {
                breaks.add(path + ": " + keyword + " has changed");
            }
        }
        Set<String> before = required(released);
        Set<String> now = required(current);
        now.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> breaks.add(path + "/" + name + ": is required now; released writers leave it out"));
        before.stream()
                .filter(name -> !now.contains(name))
                .forEach(name -> breaks.add(path + "/" + name + ": may be missing now; released readers need it"));
        released.path("properties").properties().forEach(property -> {
            JsonNode same = current.path("properties").get(property.getKey());
            if (same == null) {
                breaks.add(path + "/" + property.getKey() + ": is gone");
            } else {
                compare(path + "/" + property.getKey(), property.getValue(), same);
            }
        });
        compareInner(path + "[]", released.get("items"), current.get("items"));
        compareInner(path + "{}", released.get("additionalProperties"), current.get("additionalProperties"));
    }

    private void compareInner(String path, @Nullable JsonNode released, @Nullable JsonNode current) {
        if (released != null && current != null) {
            compare(path, released, current);
        } else if (released != null) {
            breaks.add(path + ": is gone");
        }
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }
}
