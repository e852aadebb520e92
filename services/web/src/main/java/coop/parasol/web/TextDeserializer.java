package coop.parasol.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Text;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads text in the form in which it is kept (see {@link Text}), with line ends where {@link Multiline} says so, or {@link Compact}. */
final class TextDeserializer extends StdScalarDeserializer<String> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    TextDeserializer() {
        this(Kind.LINE);
    }

    private TextDeserializer(Kind kind) {
        super(String.class);
        this.kind = kind;
    }

    private enum Kind {
        LINE,
        LINES,
        COMPACT
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        if (property != null && property.getAnnotation(Multiline.class) != null) {
            return new TextDeserializer(Kind.LINES);
        }
        return property != null && property.getAnnotation(Compact.class) != null
                ? new TextDeserializer(Kind.COMPACT)
                : this;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        try {
            return switch (kind) {
                case LINE -> Text.normalized(parser.getText());
                case LINES -> Text.normalizedLines(parser.getText());
                case COMPACT -> Identifier.compact(parser.getText());
            };
        } catch (IllegalArgumentException e) {
            throw JsonMappingException.from(parser, e.getMessage(), e);
        }
    }

    /** Reads the keys of a map as text. */
    static final class OfKeys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return Text.normalized(key);
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(context, e.getMessage(), e);
            }
        }
    }
}
