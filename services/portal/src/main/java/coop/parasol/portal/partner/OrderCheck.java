package coop.parasol.portal.partner;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the catalogue knows it before it is sent: names, units, prices of this moment and what is available. What the firm
 * makes of it is decided when it is sent.
 *
 * @param total of the lines whose price is known; null where none is
 * @param complete whether every line has a price
 */
public record OrderCheck(List<Line> lines, @Nullable Money total, boolean complete) {

    /** Whether the firm would refuse it at this moment, because it goes beyond what the partner may owe. */
    public boolean exceedsCreditOf(PartnerClient.Partner partner) {
        return total != null && total.plus(partner.exposure()).compareTo(partner.creditLimit()) > 0;
    }

    /** A line with what is known of it. */
    public record Line(
            int number,
            String product,
            String name,
            String grade,
            Quantity quantity,
            @Nullable UnitPrice unitPrice,
            @Nullable Money amount,
            @Nullable Quantity available,
            boolean waits) {}

    /** Says at the form's fields what cannot be an order line, and fills in grades and units that were left to the product. */
    static OrderCheck of(List<OrderRow> rows, PriceTable prices, FormFields form, OrderEntryMessages words) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Line line = line(i, rows.get(i), prices, form, words);
            if (line != null) {
                lines.add(line);
            }
        }
        Money total = null;
        for (Line line : lines) {
            Money amount = line.amount();
            if (amount != null) {
                total = total == null ? amount : total.plus(amount);
            }
        }
        return new OrderCheck(lines, total, lines.stream().allMatch(line -> line.amount() != null));
    }

    private static @Nullable Line line(
            int index, OrderRow row, PriceTable prices, FormFields form, OrderEntryMessages words) {
        PartnerClient.Offer offer = prices.meant(row.product()).orElse(null);
        if (offer == null) {
            form.refuse(
                    OrderRow.name(index, "product"),
                    row.product().isEmpty()
                            ? words.productMissing(index + 1)
                            : words.noSuchProduct(index + 1, row.product()));
            if (!isQuantity(row)) {
                form.refuse(OrderRow.name(index, "quantity"), words.noQuantity(index + 1, row.quantity()));
            }
            return null;
        }
        form.with(OrderRow.name(index, "product"), offer.product());
        String grade = grade(offer, row.grade());
        boolean known = offer.grades().contains(grade);
        if (!known) {
            form.refuse(
                    OrderRow.name(index, "grade"),
                    words.noSuchGrade(index + 1, grade, String.join(", ", offer.grades())));
        }
        Quantity quantity;
        try {
            quantity = Quantity.of(row.quantity(), row.unit().isEmpty() ? offer.unit() : row.unit());
        } catch (IllegalArgumentException notOne) {
            form.refuse(OrderRow.name(index, "quantity"), words.noQuantity(index + 1, row.quantity()));
            return null;
        }
        if (!quantity.unit().equals(offer.unit())) {
            form.refuse(
                    OrderRow.name(index, "quantity"),
                    words.otherUnit(index + 1, Formats.unit(quantity.unit()), Formats.unit(offer.unit())));
            return null;
        }
        if (!known) {
            return null;
        }
        form.with(OrderRow.name(index, "grade"), grade).with(OrderRow.name(index, "unit"), quantity.unit());
        UnitPrice price = prices.unitPrice(offer.product(), grade, quantity).orElse(null);
        Quantity available = offer.available().get(grade);
        return new Line(
                index + 1,
                offer.product(),
                offer.name(),
                grade,
                quantity,
                price,
                price == null ? null : price.times(quantity.value()),
                available,
                available != null && available.compareTo(quantity) < 0);
    }

    /** Whether it can be one of a product that nobody knows. */
    private static boolean isQuantity(OrderRow row) {
        try {
            Quantity.of(row.quantity(), row.unit().isEmpty() ? "KGM" : row.unit());
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** The product's own spelling of a grade, the best where none was typed. */
    private static String grade(PartnerClient.Offer offer, String typed) {
        return typed.isEmpty()
                ? offer.grades().getFirst()
                : offer.grades().stream()
                        .filter(typed::equalsIgnoreCase)
                        .findFirst()
                        .orElse(typed);
    }
}
