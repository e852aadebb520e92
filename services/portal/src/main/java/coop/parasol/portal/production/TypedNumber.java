package coop.parasol.portal.production;

import coop.parasol.portal.page.TypedDigits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number as people type it: in digits of any script, with a point or a comma before its decimals. */
final class TypedNumber {

    private TypedNumber() {}

    /** The number; null where it is none. */
    static @Nullable BigDecimal of(String typed) {
        String plain = TypedDigits.latin(typed.strip()).replace(',', '.');
        return plain.matches("[+-]?\\d{1,9}(\\.\\d{1,6})?") ? new BigDecimal(plain) : null;
    }
}
