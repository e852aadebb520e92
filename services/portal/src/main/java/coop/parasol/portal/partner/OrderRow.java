package coop.parasol.portal.partner;

import coop.parasol.portal.page.FormFields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of an order as it was typed.
 *
 * @param grade empty for the best
 * @param unit empty for the product's own
 */
public record OrderRow(String product, String grade, String quantity, String unit) {

    /** Of the service; a form has not more lines than one order. */
    static final int MAX = 500;

    private static final Pattern FIELD = Pattern.compile("(lines\\[\\d+]\\.(?:product|grade|quantity)).*");

    boolean isBlank() {
        return product.isEmpty() && grade.isEmpty() && quantity.isEmpty();
    }

    /** The lines of a form in which something was typed. */
    static List<OrderRow> of(FormFields form) {
        List<OrderRow> rows = new ArrayList<>();
        for (int i = 0; i < MAX; i++) {
            OrderRow row = new OrderRow(
                    form.text(name(i, "product")),
                    form.text(name(i, "grade")),
                    form.text(name(i, "quantity")),
                    form.text(name(i, "unit")));
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Writes the lines into a form, the first as line 0, so that they are counted as the service counts them. */
    static void into(FormFields form, List<OrderRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            form.with(name(i, "product"), rows.get(i).product())
                    .with(name(i, "grade"), rows.get(i).grade())
                    .with(name(i, "quantity"), rows.get(i).quantity())
                    .with(name(i, "unit"), rows.get(i).unit());
        }
    }

    static String name(int line, String field) {
        return "lines[" + line + "]." + field;
    }

    /** The form's field for what the service calls {@code lines[0].quantity.value}. */
    static String field(String path) {
        var matcher = FIELD.matcher(path);
        return matcher.matches() ? matcher.group(1) : path;
    }
}
