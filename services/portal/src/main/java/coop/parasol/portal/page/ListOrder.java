package coop.parasol.portal.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which order a list is shown, and where the headings of its columns lead: the list ordered by that column, and by a second
 * time the other way round. The order is part of the address, so that it can be shared. In templates {@code sorted} makes a
 * heading of it.
 *
 * @param address of the list with its filters, to which parameters can be added
 * @param chosen the service's name of the field, with - before it the other way round; null for the service's own order
 */
public record ListOrder(String address, @Nullable String chosen) {

    private static final Pattern NAME = Pattern.compile("-?[a-zA-Z]{1,40}");

    /** @param sort as it stands in the page's address; what cannot be the name of a field counts as none */
    public static ListOrder of(String address, @Nullable String sort) {
        return new ListOrder(address, sort != null && NAME.matcher(sort).matches() ? sort : null);
    }

    /** The address of the list in this order, to which the cursor of the next page is added. */
    public String more() {
        return chosen == null ? address : address + "sort=" + chosen + "&";
    }

    /** The address of the list ordered by a field. */
    public String link(String field) {
        return address + "sort=" + (field.equals(chosen) ? "-" : "") + field;
    }

    /** What assistive technology is told of a column ({@code aria-sort}); empty unless the list is ordered by it. */
    public String direction(String field) {
        if (field.equals(chosen)) {
            return "ascending";
        }
        return ("-" + field).equals(chosen) ? "descending" : "";
    }
}
