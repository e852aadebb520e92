package coop.parasol.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins, in an order that {@link SortKeys} allows, as parts of a query in SQL or Hibernate's language.
 *
 * @param column by which the list is ordered; columns are the program's own, never a caller's text
 * @param idColumn by which rows are ordered that are alike in it
 * @param value of the last row of the page before; null on the first page, and where the list is ordered by ids alone
 * @param id of the last row of the page before; on the first page the lowest or highest that there is
 */
public record SortPlace(
        String column,
        String idColumn,
        boolean descending,
        @Nullable Object value,
        UUID id) {

    /** The condition that a row comes after the place, with the parameters {@code :after} and, with a value, {@code :afterValue}. */
    public String condition() {
        return condition(":after", ":afterValue");
    }

    /** The same condition with parameters of other names. */
    public String condition(String idParameter, String valueParameter) {
        String beyond = descending ? " < " : " > ";
        String byId = idColumn + beyond + idParameter;
        if (value == null) {
            return byId;
        }
        // the first comparison says nothing new, but an index is read from there on
        return column + (descending ? " <= " : " >= ") + valueParameter + " and (" + column + beyond + valueParameter
                + " or " + byId + ")";
    }

    /** What follows {@code order by}. */
    public String order() {
        String direction = descending ? " desc" : "";
        return column.equals(idColumn) ? idColumn + direction : column + direction + ", " + idColumn + direction;
    }

    /** The values of the condition's parameters by their names. */
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("after", id);
        if (value != null) {
            values.put("afterValue", value);
        }
        return values;
    }

    /** The values in the order {@code ?1} for the id and {@code ?2} for the value, if there is one. */
    public Object[] numbered() {
        return value == null ? new Object[] {id} : new Object[] {id, value};
    }
}
