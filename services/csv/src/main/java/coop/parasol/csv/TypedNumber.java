package coop.parasol.csv;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A measured value, a share or an hour as people type it: in digits of any script, with a point or a comma before its decimals, or
 * with commas that group three digits.
 */
public final class TypedNumber {

    private TypedNumber() {}

    /** The number; null where it is none, or has more than 15 digits before or behind its point. */
    public static @Nullable BigDecimal of(String typed) {
        String plain = TypedDigits.number(typed).replace(',', '.');
        return plain.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?") ? new BigDecimal(plain) : null;
    }
}
