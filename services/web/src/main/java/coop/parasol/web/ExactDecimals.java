package coop.parasol.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers as they stand in JSON, digit by digit and never through binary floating point. The value of a quantity
 * and the amount of money are taken as text and as JSON numbers. A number with more digits or a larger exponent than
 * anything here can have is refused before anybody writes it out.
 */
final class ExactDecimals {

    private static final int MAX_DIGITS = 40;
    private static final String TOO_LONG =
            "A number has at most " + MAX_DIGITS + " digits, those that its exponent stands for included.";

    private ExactDecimals() {}

    private static BigDecimal read(JsonParser parser) throws IOException {
        String text = parser.getText();
        if (text.length() <= 2 * MAX_DIGITS) {
            BigDecimal number = new BigDecimal(text);
            long integerDigits = (long) number.precision() - number.scale();
            if (integerDigits <= MAX_DIGITS && number.scale() <= MAX_DIGITS) {
                return number.scale() < 0 ? number.setScale(0) : number;
            }
        }
        throw JsonMappingException.from(parser, TOO_LONG, new IllegalArgumentException(TOO_LONG));
    }

    /** A number where a plain decimal number belongs. */
    static final class OfNumbers extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        OfNumbers() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.currentToken().isNumeric()
                    ? read(parser)
                    : (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
    }

    /** A number or the text of one, as text without an exponent. */
    static final class AsText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        AsText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> parser.getText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> read(parser).toPlainString();
                default -> (String) context.handleUnexpectedToken(String.class, parser);
            };
        }
    }

    /** How a quantity is read; Jackson takes the annotations from here. */
    abstract static class OfQuantity {

        @JsonCreator
        static Quantity of(
                @JsonProperty("value") @JsonDeserialize(using = AsText.class) String value,
                @JsonProperty("unit") String unit) {
            return Quantity.of(value, unit);
        }
    }

    /** How money is read; Jackson takes the annotations from here. */
    abstract static class OfMoney {

        @JsonCreator
        static Money of(
                @JsonProperty("amount") @JsonDeserialize(using = AsText.class) String amount,
                @JsonProperty("currency") String currency) {
            return Money.of(amount, currency);
        }
    }

    /** How a price is read; Jackson takes the annotations from here. */
    abstract static class OfUnitPrice {

        @JsonCreator
        static UnitPrice of(
                @JsonProperty("amount") @JsonDeserialize(using = AsText.class) String amount,
                @JsonProperty("currency") String currency,
                @JsonProperty("per") @Nullable Integer per) {
            return UnitPrice.of(amount, currency, per);
        }
    }
}
