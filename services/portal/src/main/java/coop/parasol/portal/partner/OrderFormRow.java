package coop.parasol.portal.partner;

import coop.parasol.portal.page.FormFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the order form, with what is wrong with it.
 *
 * @param name of the row's fields, before the point
 * @param number as people count
 * @param errors what is wrong, by the field after the point
 */
public record OrderFormRow(String name, int number, OrderRow typed, Map<String, String> errors) {

    private static final List<String> FIELDS = List.of("product", "grade", "quantity");

    static OrderFormRow of(FormFields form, int line) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String error = form.error(OrderRow.name(line, field));
            if (error != null) {
                errors.put(field, error);
            }
        }
        return new OrderFormRow(
                "lines[" + line + "]",
                line + 1,
                new OrderRow(
                        form.text(OrderRow.name(line, "product")),
                        form.text(OrderRow.name(line, "grade")),
                        form.text(OrderRow.name(line, "quantity")),
                        form.text(OrderRow.name(line, "unit"))),
                errors);
    }

    /** Whether anything is wrong with it. */
    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** Whether something is wrong with one of its fields. */
    public boolean isWrong(String field) {
        return errors.containsKey(field);
    }

    /** Everything that is wrong with it. */
    public String error() {
        return String.join(" ", errors.values());
    }
}
