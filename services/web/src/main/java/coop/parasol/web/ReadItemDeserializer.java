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
import com.fasterxml.jackson.databind.util.TokenBuffer;
import coop.parasol.web.Problem.FieldError;
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

    private ReadItem<?> read(TokenBuffer buffered, DeserializationContext context) throws IOException {
        try {
            Object value = context.readValue(buffered.asParserOnFirstToken(), type);
            return value == null ? getNullValue(context) : new ReadItem.Valid<>(value);
        } catch (JsonMappingException e) {
            return new ReadItem.Invalid<>(unreadable(buffered, e, context).document());
        } catch (JsonProcessingException e) {
            return new ReadItem.Invalid<>(ProblemMappers.fromJson(e).document());
        }
    }

    /** All fields of the item that cannot be read: each is left out in turn, and the rest is read again. */
    private Problem unreadable(TokenBuffer buffered, JsonMappingException first, DeserializationContext context)
            throws IOException {
        List<FieldError> wrong = new ArrayList<>();
        JsonNode item = context.readTree(buffered.asParserOnFirstToken());
        JsonMappingException unread = first;
        while (unread != null && wrong.size() < MalformedFields.MAX_FIELDS) {
            MalformedFields.add(ProblemMappers.fromJson(unread).document(), wrong);
            unread = MalformedFields.remove(item, unread.getPath()) ? readAgain(item, context) : null;
        }
        return wrong.size() < 2 ? ProblemMappers.fromJson(first) : Problem.malformed(wrong);
    }

    private @Nullable JsonMappingException readAgain(JsonNode item, DeserializationContext context) throws IOException {
        try {
            context.readTreeAsValue(item, type);
            return null;
        } catch (JsonMappingException e) {
            return e;
        }
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
