package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bylaw in words.
 *
 * @param name as the service names it
 * @param value its present value, as it is typed into a form
 * @param text its present value, as it is read
 */
record BylawRow(String name, String label, String value, String text) {

    private static final String FIELD = "changes.";
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

    /** The form's field for it, as the service names it where a value is refused. */
    public String field() {
        return FIELD + name;
    }

    static List<BylawRow> of(Map<String, Object> bylaws) {
        return bylaws.entrySet().stream()
                .filter(bylaw -> !bylaw.getKey().equals(VERSION))
                .map(bylaw -> new BylawRow(
                        bylaw.getKey(),
                        Formats.bylaw(bylaw.getKey()),
                        typed(bylaw.getValue()),
                        text(bylaw.getKey(), bylaw.getValue())))
                .toList();
    }

    /** What a form changes of the bylaws in force; values keep the kind that the service has them in. */
    static Map<String, Object> changes(FormFields form, Map<String, Object> now) {
        Map<String, Object> changes = new LinkedHashMap<>();
        now.forEach((name, value) -> {
            String typed = form.optional(FIELD + name);
            if (typed != null && !typed.equals(typed(value))) {
                changes.put(name, likeBefore(typed, value));
            }
        });
        return changes;
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
        if (value instanceof String span && span.startsWith("P")) {
            return Formats.span(span);
        }
        return value instanceof Map<?, ?> money && money.get("amount") instanceof String amount
                ? Formats.text(Money.of(amount, String.valueOf(money.get("currency"))))
                : typed(value);
    }

    private static String typed(@Nullable Object value) {
        if (value instanceof Map<?, ?> money) {
            return money.get("amount") + " " + money.get("currency");
        }
        return value == null ? "" : value.toString();
    }

    private static Object likeBefore(String typed, @Nullable Object before) {
        if (before instanceof Map<?, ?>) {
            int blank = typed.indexOf(' ');
            return blank < 0
                    ? typed
                    : Map.of(
                            "amount",
                            typed.substring(0, blank),
                            "currency",
                            typed.substring(blank + 1).strip());
        }
        if (before instanceof Boolean) {
            return Boolean.valueOf(typed);
        }
        if (before instanceof Number && typed.matches("[0-9]{1,9}")) {
            return Integer.valueOf(typed);
        }
        return typed;
    }
}
