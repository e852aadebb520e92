package coop.parasol.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an item; where it cannot be read, goes on behind it. */
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
        JsonToken first = parser.currentToken();
        int depth = parser.getParsingContext().getNestingDepth() - (first.isStructStart() ? 1 : 0);
        try {
            Object value = context.readValue(parser, type);
            return value == null ? getNullValue(context) : new ReadItem.Valid<>(value);
        } catch (JsonParseException e) {
            throw e;
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof IOException) {
                throw e; // it is no JSON
            }
            skipTo(depth, parser);
            return new ReadItem.Invalid<>(ProblemMappers.fromJson(e).document());
        }
    }

    @Override
    public ReadItem<?> getNullValue(DeserializationContext context) {
        return new ReadItem.Invalid<>(Problem.malformed("", "malformed-field", "Something is needed here, not null.")
                .document());
    }

    /** Behind everything that has begun inside of what is at this depth. */
    private static void skipTo(int depth, JsonParser parser) throws IOException {
        while (parser.getParsingContext().getNestingDepth() > depth) {
            if (parser.nextToken() == null) {
                return;
            }
        }
    }
}
