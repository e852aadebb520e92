package coop.parasol.portal.member;

import coop.parasol.csv.TypedDigits;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Words;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bylaw in the form of a proposal, typed as it is read: parts in per cent, lengths as a number and a unit, amounts without their
 * currency.
 *
 * @param name as the service names it
 * @param text its present value, as it is read
 * @param value what the form shows: what was typed, else the present value
 * @param unit behind the number, where there is one alone; empty where there is none
 * @param units to choose one from; none where there is one alone or none
 * @param choices the values that it may have, where it is chosen and not typed
 * @param error what is wrong with what was typed; null if nothing is known to be
 */
record BylawField(
        String name,
        String label,
        String text,
        String value,
        String unit,
        List<Option> units,
        List<Option> choices,
        @Nullable String error) {

    private static final String FIELD = "changes.";
    private static final String UNIT = ".unit";
    private static final String VERSION = "version";
    private static final Map<String, List<String>> CHOICES = Map.of(
            "poolBasis", List.of("ACCEPTED", "CERTIFIED"), "setOffOrder", List.of("CLAIMS_FIRST", "SHARE_FIRST"));
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern AROUND = Pattern.compile("[\\s\\h%₹]|[A-Z]{3}$");

    /** Something to choose; its code is what the form sends. */
    record Option(String code, String text, boolean chosen) {}

    /** A length of time as a number and a unit. */
    private record Length(long number, String unit) {}

    /** The form's field for it, as the service names it where a value is refused. */
    public String field() {
        return FIELD + name;
    }

    /** The form's field for the unit of a length. */
    public String unitField() {
        return FIELD + name + UNIT;
    }

    /** The fields of the bylaws in force, with what was typed into a form. */
    static List<BylawField> of(Map<String, Object> bylaws, FormFields form) {
        return bylaws.entrySet().stream()
                .filter(bylaw -> !bylaw.getKey().equals(VERSION))
                .map(bylaw -> of(bylaw.getKey(), bylaw.getValue(), form))
                .toList();
    }

    private static BylawField of(String name, Object now, FormFields form) {
        Optional<Length> length = length(now);
        String typed = form.optional(FIELD + name);
        String value = typed != null
                ? typed
                : length.map(each -> Long.toString(each.number())).orElseGet(() -> typed(name, now));
        String typedUnit = form.optional(FIELD + name + UNIT);
        String unit = typedUnit != null ? typedUnit : length.map(Length::unit).orElse("");
        return new BylawField(
                name,
                Formats.bylaw(name),
                BylawRow.text(name, now),
                value,
                length.isPresent() ? "" : unitBehind(name, now),
                length.isPresent() ? units(now, unit) : List.of(),
                choices(name, now, value),
                form.error(FIELD + name));
    }

    /** What a form changes of the bylaws in force, as the service takes it; the form says which numbers are none. */
    static Map<String, Object> changes(FormFields form, Map<String, Object> bylaws) {
        Map<String, Object> changes = new LinkedHashMap<>();
        bylaws.forEach((name, now) -> {
            String typed = form.optional(FIELD + name);
            if (typed == null || name.equals(VERSION)) {
                return;
            }
            Object next = parsed(name, now, typed, form.text(FIELD + name + UNIT));
            if (next == null) {
                form.refuse(FIELD + name, words().numberTyped());
            } else if (!isSame(now, next)) {
                changes.put(name, next);
            }
        });
        return changes;
    }

    /** A value as the service takes it; null if it should be a number and is none. */
    private static @Nullable Object parsed(String name, Object now, String typed, String unit) {
        if (now instanceof Boolean) {
            return Boolean.valueOf(typed);
        }
        if (now instanceof Map<?, ?> money) {
            return number(typed)
                    .map(amount -> Map.of("amount", amount.toPlainString(), "currency", money.get("currency")))
                    .orElse(null);
        }
        if (length(now).isPresent()) {
            return number(typed)
                    .flatMap(number -> whole(number))
                    .map(number -> iso(number, unit))
                    .orElse(null);
        }
        if (now instanceof Number) {
            return number(typed)
                    .map(number -> BylawRow.isPart(name) ? number.movePointRight(2) : number)
                    .flatMap(number -> whole(number))
                    .orElse(null);
        }
        return typed;
    }

    private static boolean isSame(Object now, Object next) {
        if (now instanceof Map<?, ?> before && next instanceof Map<?, ?> after) {
            return new BigDecimal(String.valueOf(before.get("amount")))
                            .compareTo(new BigDecimal(String.valueOf(after.get("amount"))))
                    == 0;
        }
        return length(now).isPresent() ? length(now).equals(length(next)) : now.equals(next);
    }

    /** A number with or without groups of digits, per cent or a currency; empty for anything else, such as a decimal comma. */
    private static Optional<BigDecimal> number(String typed) {
        String plain = TypedDigits.ungrouped(AROUND.matcher(typed).replaceAll(""));
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static Optional<Integer> whole(BigDecimal number) {
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException fractionOrTooLarge) {
            return Optional.empty();
        }
    }

    /** The length that a value is, in the largest unit that it is a whole number of; empty where it is none. */
    private static Optional<Length> length(Object value) {
        if (!(value instanceof String text) || !text.startsWith("P")) {
            return Optional.empty();
        }
        try {
            if (text.contains("T")) {
                long minutes = Duration.parse(text).toMinutes();
                return Optional.of(
                        minutes % 1_440 == 0
                                ? new Length(minutes / 1_440, "T-DAYS")
                                : minutes % 60 == 0
                                        ? new Length(minutes / 60, "HOURS")
                                        : new Length(minutes, "MINUTES"));
            }
            Period period = Period.parse(text).normalized();
            int months = Math.toIntExact(period.toTotalMonths());
            if (months == 0) {
                return Optional.of(new Length(LocalDate.EPOCH.plus(period).toEpochDay(), "DAYS"));
            }
            return Period.ofMonths(months).normalized().equals(period)
                    ? Optional.of(new Length(months, "MONTHS"))
                    : Optional.empty();
        } catch (DateTimeException notALength) {
            return Optional.empty();
        }
    }

    private static String iso(int number, String unit) {
        return switch (unit) {
            case "MONTHS" -> Period.ofMonths(number).toString();
            case "MINUTES" -> Duration.ofMinutes(number).toString();
            case "HOURS" -> Duration.ofHours(number).toString();
            case "T-DAYS" -> Duration.ofDays(number).toString();
            default -> Period.ofDays(number).toString();
        };
    }

    private static List<Option> units(Object now, String chosen) {
        List<Option> units = new ArrayList<>();
        if (String.valueOf(now).contains("T")) {
            units.add(new Option("MINUTES", words().unitMinutes(), chosen.equals("MINUTES")));
            units.add(new Option("HOURS", words().unitHours(), chosen.equals("HOURS")));
            units.add(new Option("T-DAYS", words().unitDays(), chosen.equals("T-DAYS")));
        } else {
            units.add(new Option("DAYS", words().unitDays(), chosen.equals("DAYS")));
            units.add(new Option("MONTHS", words().unitMonths(), chosen.equals("MONTHS")));
        }
        return units;
    }

    private static String unitBehind(String name, Object now) {
        if (now instanceof Map<?, ?> money) {
            return String.valueOf(money.get("currency"));
        }
        if (!(now instanceof Number)) {
            return "";
        }
        if (BylawRow.isPart(name)) {
            return "%";
        }
        Map<String, String> units = Map.of(
                "Days", words().unitDays(),
                "Weeks", words().unitWeeks(),
                "Months", words().unitMonths(),
                "Years", words().unitYears());
        return units.entrySet().stream()
                .filter(unit -> name.endsWith(unit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static List<Option> choices(String name, Object now, String value) {
        if (now instanceof Boolean) {
            return List.of(
                    new Option("true", words().yes(), value.equals("true")),
                    new Option("false", words().no(), value.equals("false")));
        }
        return CHOICES.getOrDefault(name, List.of()).stream()
                .map(choice -> new Option(choice, Formats.bylawValue(name, choice), value.equals(choice)))
                .toList();
    }

    private static String typed(String name, Object now) {
        if (now instanceof Map<?, ?> money) {
            return String.valueOf(money.get("amount"));
        }
        return now instanceof Number number && BylawRow.isPart(name)
                ? new BigDecimal(number.toString())
                        .movePointLeft(2)
                        .stripTrailingZeros()
                        .toPlainString()
                : now.toString();
    }

    private static VoteMessages words() {
        return Words.of(VoteMessages.class);
    }
}
