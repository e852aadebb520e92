package coop.parasol.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.function.Function;

/** Reads a value from JSON text and from nothing else: no number, array or empty text stands for it. */
final class ScalarDeserializer extends StdScalarDeserializer<Object> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, ?> parse;

    /** @param parse throws {@link IllegalArgumentException} with a sentence for the caller */
    ScalarDeserializer(Class<?> type, Function<String, ?> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : "";
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            parser.skipChildren();
            throw JsonMappingException.from(parser, e.getMessage(), e);
        }
    }
}
