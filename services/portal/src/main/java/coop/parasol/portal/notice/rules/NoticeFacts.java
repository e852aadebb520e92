package coop.parasol.portal.notice.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the sentences of a notice say, by name, in the form in which it is stored; it is written in the reader's language when it is
 * shown.
 */
public record NoticeFacts(Map<String, String> values) {

    public NoticeFacts {
        values = Map.copyOf(values);
    }

    public static NoticeFacts none() {
        return new NoticeFacts(Map.of());
    }

    /** The same and one more; the same alone where there is no value. */
    public NoticeFacts with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(values);
        more.put(
                name,
                switch (value) {
                    case Money money -> money.amount() + " " + money.currency();
                    case Quantity quantity -> quantity.text() + " " + quantity.unit();
                    default -> value.toString();
                });
        return new NoticeFacts(more);
    }

    /** The text of a fact; empty where there is none. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** @throws IllegalArgumentException if the fact is no amount */
    public Money money(String name) {
        String[] parts = parts(name);
        return Money.of(parts[0], parts[1]);
    }

    /** @throws IllegalArgumentException if the fact is no quantity */
    public Quantity quantity(String name) {
        String[] parts = parts(name);
        return Quantity.of(parts[0], parts[1]);
    }

    /** @throws java.time.format.DateTimeParseException if the fact is no day */
    public LocalDate day(String name) {
        return LocalDate.parse(text(name));
    }

    /** @throws java.time.format.DateTimeParseException if the fact is no moment */
    public Instant moment(String name) {
        return Instant.parse(text(name));
    }

    private String[] parts(String name) {
        String[] parts = text(name).split(" ", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException(name + " is " + text(name));
        }
        return parts;
    }
}
