package coop.parasol.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON Schema (2020-12) of every event, made from the records. */
final class Schemas {

    private static final Map<Class<?>, Map<String, String>> VALUE_TYPES = Map.of(
            Money.class, ordered("amount", "^-?\\d+(\\.\\d+)?$", "currency", "^[A-Z]{3}$"),
            Quantity.class, ordered("value", "^-?\\d+(\\.\\d+)?$", "unit", "^[A-Z0-9]{2,3}$"));

    private final SchemaGenerator generator;

    Schemas() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Examples.JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.FLATTENED_ENUMS, Option.INLINE_ALL_SCHEMAS)
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forFields().withRequiredCheck(field -> !isNullable(field));
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            Class<?> raw = type.getErasedType();
            if (raw == Period.class) {
                return inline(text(context.getGeneratorConfig().createObjectNode(), "^\\d{4}-W\\d{2}$"));
            }
            if (raw == UnitPrice.class) {
                return inline(price(context.getGeneratorConfig().createObjectNode()));
            }
            Map<String, String> shape = VALUE_TYPES.get(raw);
            return shape == null
                    ? null
                    : inline(object(context.getGeneratorConfig().createObjectNode(), shape));
        });
        generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(Class<? extends Event> type) {
        ObjectNode schema = generator.generateSchema(type);
        ObjectNode named = Examples.JSON.createObjectNode();
        named.put("$schema", schema.get("$schema").asText());
        named.put("$id", "urn:parasol:event:" + EventTypes.name(type));
        named.put("title", type.getSimpleName());
        schema.remove("$schema");
        named.setAll(schema);
        return named;
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static CustomDefinition inline(ObjectNode node) {
        return new CustomDefinition(
                node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private static ObjectNode object(ObjectNode node, Map<String, String> patterns) {
        node.put("type", "object");
        ObjectNode properties = node.putObject("properties");
        patterns.forEach((name, pattern) -> text(properties.putObject(name), pattern));
        patterns.keySet().forEach(node.withArray("required")::add);
        return node;
    }

    /** As money, with the number of units that it is for. */
    private static ObjectNode price(ObjectNode node) {
        ObjectNode price = object(node, ordered("amount", "^-?\\d+(\\.\\d+)?$", "currency", "^[A-Z]{3}$"));
        ObjectNode per = price.withObject("properties").putObject("per").put("type", "integer");
        UnitPrice.BASES.stream().sorted().forEach(per.withArray("enum")::add);
        price.withArray("required").add("per");
        return price;
    }

    private static ObjectNode text(ObjectNode node, String pattern) {
        return node.put("type", "string").put("pattern", pattern);
    }

    private static Map<String, String> ordered(String name, String pattern, String name2, String pattern2) {
        return new TreeMap<>(Map.of(name, pattern, name2, pattern2));
    }
}
