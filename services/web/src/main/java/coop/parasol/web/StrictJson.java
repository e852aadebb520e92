package coop.parasol.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Strict reading of JSON in REST calls: no silent conversion, no unknown or repeated field, no empty text where an id, a day
 * or a number belongs, days and moments only as ISO 8601 writes them with four digits of the year, text only in the form of
 * {@link coop.parasol.contracts.Text}. Each is answered with 400 (see {@link ProblemMappers}).
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final List<CoercionInputShape> NUMBERS_AND_BOOLEANS =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);

    @Override
    @SuppressWarnings("deprecation") // the builder that would replace configure(MapperFeature) is not offered here
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
                .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .addMixIn(Quantity.class, ExactDecimals.OfQuantity.class)
                .addMixIn(Money.class, ExactDecimals.OfMoney.class)
                .addMixIn(UnitPrice.class, ExactDecimals.OfUnitPrice.class)
                .registerModule(strictScalars());
        mapper.coercionConfigDefaults()
                .setAcceptBlankAsEmpty(false)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
        for (CoercionInputShape shape : NUMBERS_AND_BOOLEANS) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
        mapper.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    }

    private static SimpleModule strictScalars() {
        return new SimpleModule("parasol-strict-scalars")
                .addDeserializer(String.class, new TextDeserializer())
                .addKeyDeserializer(String.class, new TextDeserializer.OfKeys())
                .addDeserializer(BigDecimal.class, new ExactDecimals.OfNumbers())
                .addDeserializer(ReadItem.class, new ReadItemDeserializer())
                .setDeserializerModifier(new StrictScalars());
    }

    /** Takes the place of whatever another module would read ids, days and moments with. */
    private static final class StrictScalars extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.of(
                UUID.class, Scalars::uuid,
                LocalDate.class, Scalars::day,
                Instant.class, Scalars::moment,
                YearMonth.class, Scalars::month,
                Year.class, Scalars::year);

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
            Function<String, ?> parse = PARSERS.get(type.getBeanClass());
            return parse == null ? deserializer : new ScalarDeserializer(type.getBeanClass(), parse);
        }
    }
}
