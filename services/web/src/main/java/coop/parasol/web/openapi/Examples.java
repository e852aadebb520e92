package coop.parasol.web.openapi;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Examples of bodies, parameters and answers, made from their schemas and from what the fields are called. */
final class Examples {

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema> components;

    Examples(Map<String, Schema> components) {
        this.components = components;
    }

    void addTo(Operation operation) {
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent(), operation);
        }
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(response -> addTo(response.getContent(), operation));
        operation.getParameters().forEach(parameter -> {
            Schema schema = parameter.getSchema();
            if (parameter.getExample() == null && schema != null && schema.getDefaultValue() == null) {
                parameter.setExample(value(schema, parameter.getName(), operation, new HashSet<>()));
            }
        });
    }

    private void addTo(@Nullable Content content, Operation operation) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        content.getMediaTypes().forEach((name, media) -> {
            if (media.getExamples() == null && media.getExample() == null && media.getSchema() != null) {
                Object example = example(name, media, operation);
                if (example != null) {
                    media.setExample(example);
                }
            }
        });
    }

    /** Null for binary content, of which there is no example in text. */
    private @Nullable Object example(String mediaType, MediaType media, Operation operation) {
        Schema schema = media.getSchema();
        if ("binary".equals(schema.getFormat())) {
            return null;
        }
        if (schema.getRef() == null && isA(schema, SchemaType.STRING) && !mediaType.endsWith("json")) {
            return ExampleValues.ofMediaType(mediaType);
        }
        return value(schema, "", operation, new HashSet<>());
    }

    private @Nullable Object value(Schema schema, String name, Operation operation, Set<String> open) {
        if (schema.getRef() != null) {
            String component = schema.getRef().substring(REFERENCE.length());
            if (!open.add(component)) {
                return null;
            }
            Object value = value(Objects.requireNonNull(components.get(component), component), name, operation, open);
            open.remove(component);
            return value;
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().getFirst();
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().getFirst();
        }
        if (schema.getAnyOf() != null && !schema.getAnyOf().isEmpty()) {
            return value(schema.getAnyOf().getFirst(), name, operation, open);
        }
        if (isA(schema, SchemaType.OBJECT)) {
            return object(schema, name, operation, open);
        }
        if (isA(schema, SchemaType.ARRAY)) {
            Object item = value(schema.getItems(), ExampleValues.singular(name), operation, open);
            int items = Math.max(1, schema.getMinItems() == null ? 0 : schema.getMinItems());
            return item == null ? List.of() : Collections.nCopies(items, item);
        }
        return ExampleValues.of(schema, name, operation);
    }

    private Object object(Schema schema, String name, Operation operation, Set<String> open) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((property, type) -> {
                Object value = value(type, property, operation, open);
                if (value != null) {
                    object.put(property, value);
                }
            });
        }
        Schema others = schema.getAdditionalPropertiesSchema();
        if (others != null && others.getBooleanSchema() == null) {
            Object value = value(others, ExampleValues.singular(name), operation, open);
            if (value != null) {
                object.put("A", value);
            }
        }
        return object;
    }

    private static boolean isA(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }
}
