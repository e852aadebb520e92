package coop.parasol.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an item; one that is not what is read here, or repeats a field, leaves those behind it to be read. */
final class ReadItemDeserializer extends JsonDeserializer<ReadItem<?>> implements ContextualDeserializer {

    private static final int MOST_ERRORS = 20;

    private final @Nullable JavaType type;

    ReadItemDeserializer() {
        this(null);
    }

    private ReadItemDeserializer(@Nullable JavaType type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new ReadItemDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public ReadItem<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try (TokenBuffer item = new TokenBuffer(parser, context)) {
            String repeated = copy(parser, item);
            return repeated == null
                    ? read(item, context)
                    : new ReadItem.Invalid<>(Problem.malformed(
                                    "", "malformed-json", "The body is no JSON: Duplicate field '" + repeated + "'")
                            .document());
        }
    }

    private ReadItem<?> read(TokenBuffer item, DeserializationContext context) throws IOException {
        try {
            Object value = context.readValue(item.asParserOnFirstToken(), type);
            return value == null ? getNullValue(context) : new ReadItem.Valid<>(value);
        } catch (JsonProcessingException e) {
            return new ReadItem.Invalid<>(problem(e, context.readTree(item.asParserOnFirstToken()), context));
        }
    }

    /** What cannot be read of an item: the first of it, and in the fields behind whatever is found once that is left out. */
    private Problem.Document problem(JsonProcessingException first, JsonNode item, DeserializationContext context)
            throws IOException {
        Problem.Document problem = ProblemMappers.fromJson(first).document();
        List<Problem.FieldError> errors = new ArrayList<>();
        JsonProcessingException next = first;
        while (next != null && errors.size() < MOST_ERRORS && leaveOut(next, item)) {
            Problem.Document found = ProblemMappers.fromJson(next).document();
            errors.add(
                    new Problem.FieldError(String.valueOf(found.field()), found.code(), found.detail(), found.kind()));
            next = unreadable(item, context);
        }
        return errors.size() > 1 ? Problem.malformed(errors).document() : problem;
    }

    private @Nullable JsonProcessingException unreadable(JsonNode item, DeserializationContext context)
            throws IOException {
        try {
            context.readTreeAsValue(item, type);
            return null;
        } catch (JsonProcessingException e) {
            return e;
        }
    }

    /** Takes the field out of the item in which it could not be read; false if it is none of its fields. */
    private static boolean leaveOut(JsonProcessingException unreadable, JsonNode item) {
        return unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()
                && item instanceof ObjectNode object
                && object.remove(String.valueOf(mapping.getPath().getFirst().getFieldName())) != null;
    }

    @Override
    public ReadItem<?> getNullValue(DeserializationContext context) {
        return new ReadItem.Invalid<>(Problem.malformed("", "malformed-field", "Something is needed here, not null.")
                .document());
    }

    /**
     * Copies the present value, and stands on its last token then. Of its objects the parser looks for no repeated field meanwhile, for
     * it could not go on behind one.
     *
     * @return a field that is repeated in an object; null if none is
     */
    private static @Nullable String copy(JsonParser parser, TokenBuffer item) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            item.copyCurrentEvent(parser);
            return null;
        }
        parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        String repeated = null;
        Deque<Set<String>> fields = new ArrayDeque<>();
        JsonToken token = parser.currentToken();
        do {
            if (token.isStructStart()) {
                fields.push(new HashSet<>());
            } else if (token.isStructEnd()) {
                fields.pop();
            } else if (token == JsonToken.FIELD_NAME && !fields.element().add(parser.currentName())) {
                repeated = parser.currentName();
            }
            item.copyCurrentEvent(parser);
            token = fields.isEmpty() ? null : parser.nextToken();
        } while (token != null);
        parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        return repeated;
    }
}
