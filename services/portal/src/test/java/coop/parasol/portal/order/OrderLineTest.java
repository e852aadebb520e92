package coop.parasol.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A line as partners' and desks' pages look it up, and where its units are. */
class OrderLineTest {

    /** Of 100: 10 wait for goods, 60 allocated, of these 25 dispatched and 5 delivered, 30 cancelled. */
    private static OrderLine line(int number, @Nullable UnitPrice price) {
        return new OrderLine(
                number,
                "LAMP",
                "A",
                pieces(100),
                price,
                null,
                pieces(60),
                pieces(25),
                pieces(5),
                pieces(30),
                pieces(12),
                pieces(10),
                false);
    }

    private static Quantity pieces(long count) {
        return Quantity.of(count, "C62");
    }

    @Test
    void a_line_of_an_accepted_order_is_found_by_its_number() {
        OrderLine second = line(2, UnitPrice.of("10.00", "INR", 1));
        List<OrderLine> lines = List.of(line(1, null), second);

        assertThat(OrderLine.accepted(lines, 2)).isEqualTo(second);
        assertThatThrownBy(() -> OrderLine.accepted(lines, 3)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> OrderLine.accepted(lines, 1)).as("refused").isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> OrderLine.accepted(null, 1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void each_unit_is_in_one_place() {
        OrderLine line = line(1, UnitPrice.of("10.00", "INR", 1));

        assertThat(line.wanted()).isEqualTo(pieces(70));
        assertThat(line.reserved()).isEqualTo(pieces(35));
        assertThat(line.underWay()).isEqualTo(pieces(20));
        assertThat(line.cancellable()).isEqualTo(pieces(45));
        assertThat(line.isOpen()).isTrue();
        assertThat(line.backOrdered()
                        .plus(line.reserved())
                        .plus(line.underWay())
                        .plus(line.delivered())
                        .plus(line.cancelled()))
                .isEqualTo(line.quantity());
    }
}
