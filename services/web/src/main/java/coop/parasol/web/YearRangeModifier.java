package coop.parasol.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes Jackson refuse dates and times outside the years 0001 to 9999, which ISO 8601 writes with four digits; what lies
 * beyond is a typing error, and a database column could not hold all of it.
 */
final class YearRangeModifier extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;
    private static final Set<Class<?>> TEMPORAL_TYPES = Set.of(
            LocalDate.class,
            LocalDateTime.class,
            Instant.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            YearMonth.class);
    private static final Instant BEGIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int MAX_YEAR = 9999;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
        return TEMPORAL_TYPES.contains(type.getBeanClass())
                ? new RangeCheckingDeserializer(deserializer)
                : deserializer;
    }

    static boolean isInRange(Temporal time) {
        if (time instanceof Instant instant) {
            return !instant.isBefore(BEGIN) && instant.isBefore(END);
        }
        int year = time.get(ChronoField.YEAR);
        return year >= 1 && year <= MAX_YEAR;
    }

    private static final class RangeCheckingDeserializer extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        RangeCheckingDeserializer(JsonDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
            return new RangeCheckingDeserializer(deserializer);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object value = super.deserialize(parser, context);
            if (value instanceof Temporal time && !isInRange(time)) {
                String reason = "The year must be between 1 and 9999.";
                throw JsonMappingException.from(parser, reason, new IllegalArgumentException(reason));
            }
            return value;
        }
    }
}
