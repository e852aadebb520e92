package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bylaw in words.
 *
 * @param name as the service names it
 * @param text its present value, as it is read
 */
record BylawRow(String name, String label, String text) {

    private static final String VERSION = "version";
    private static final List<String> HUNDREDTHS = List.of(
            "reserveShare",
            "limitedReturnCap",
            "cashShare",
            "holdbackShare",
            "redemptionCap",
            "quorum",
            "majority",
            "bylawMajority",
            "marginShare",
            "maximumAdvanceRate",
            "originatorShare");

    static List<BylawRow> of(Map<String, Object> bylaws) {
        return bylaws.entrySet().stream()
                .filter(bylaw -> !bylaw.getKey().equals(VERSION))
                .map(bylaw -> new BylawRow(
                        bylaw.getKey(), Formats.bylaw(bylaw.getKey()), text(bylaw.getKey(), bylaw.getValue())))
                .toList();
    }

    /** Whether a bylaw is a part of a whole, which the service has in basis points. */
    static boolean isPart(String name) {
        return HUNDREDTHS.contains(name);
    }

    /** A value as it is read. */
    static String text(String name, @Nullable Object value) {
        if (value instanceof Number number && HUNDREDTHS.contains(name)) {
            return new BigDecimal(number.toString())
                            .movePointLeft(2)
                            .stripTrailingZeros()
                            .toPlainString()
                    + " %";
        }
        if (value instanceof Boolean yes) {
            VoteMessages words = Words.of(VoteMessages.class);
            return yes ? words.yes() : words.no();
        }
        if (value instanceof String span && span.matches("P(\\d|T).*")) {
            return Formats.span(span);
        }
        if (value instanceof String code && code.matches("[A-Z_]+")) {
            return Formats.bylawValue(name, code);
        }
        return value instanceof Map<?, ?> money && money.get("amount") instanceof String amount
                ? Formats.text(Money.of(amount, String.valueOf(money.get("currency"))))
                : plain(value);
    }

    private static String plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> money) {
            return money.get("amount") + " " + money.get("currency");
        }
        return value == null ? "" : value.toString();
    }
}
