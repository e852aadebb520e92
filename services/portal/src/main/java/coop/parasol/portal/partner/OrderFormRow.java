package coop.parasol.portal.partner;

import coop.parasol.portal.page.FormFields;
import org.jspecify.annotations.Nullable;

/**
 * A row of the order form, with what is wrong with it.
 *
 * @param name of the row's fields, before the point
 * @param number as people count
 */
public record OrderFormRow(
        String name, int number, OrderRow typed, @Nullable String error, boolean wrong) {

    private static final String[] FIELDS = {"product", "grade", "quantity"};

    static OrderFormRow of(FormFields form, int line) {
        String error = null;
        for (String field : FIELDS) {
            error = error == null ? form.error(OrderRow.name(line, field)) : error;
        }
        return new OrderFormRow(
                "lines[" + line + "]",
                line + 1,
                new OrderRow(
                        form.text(OrderRow.name(line, "product")),
                        form.text(OrderRow.name(line, "grade")),
                        form.text(OrderRow.name(line, "quantity")),
                        form.text(OrderRow.name(line, "unit"))),
                error,
                error != null);
    }
}
