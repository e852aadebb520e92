package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.parasol.contracts.MalformedValue.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be read says what should stand there. */
class MalformedValueTest {

    @Test
    void amounts_quantities_prices_and_identifiers_say_by_a_kind_what_they_are() {
        assertThat(kind(() -> Money.of("1,000", "INR"))).isEqualTo(Kind.AMOUNT);
        assertThat(kind(() -> Money.of("1.234", "INR"))).isEqualTo(Kind.DECIMALS);
        assertThat(kind(() -> Quantity.of("1,200", "C62"))).isEqualTo(Kind.NUMBER);
        assertThat(kind(() -> Quantity.of("1.5", "C62"))).isEqualTo(Kind.DECIMALS);
        assertThat(kind(() -> UnitPrice.of("1.123456789", "INR", 1))).isEqualTo(Kind.DECIMALS);
        assertThat(kind(() -> Identifier.of("ભુજ-૧"))).isEqualTo(Kind.ASCII);
    }

    private static Kind kind(ThrowingCallable read) {
        return catchThrowableOfType(MalformedValue.class, read).kind();
    }
}
