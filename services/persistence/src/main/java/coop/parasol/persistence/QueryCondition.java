package coop.parasol.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition of a Panache query, which grows by what is asked for; each value takes the next numbered parameter. */
public final class QueryCondition {

    private final StringBuilder text;
    private final List<Object> values;

    /** @param text with the parameters {@code ?1}, {@code ?2} and so on for the values */
    public QueryCondition(String text, Object... values) {
        this.text = new StringBuilder(text);
        this.values = new ArrayList<>(List.of(values));
    }

    /**
     * Adds a comparison with a value.
     *
     * @param comparison a field and an operator, such as {@code dueOn <}
     * @param value nothing is added if it is {@code null}
     */
    public QueryCondition and(String comparison, @Nullable Object value) {
        if (value != null) {
            values.add(value);
            text.append(" and ").append(comparison).append(" ?").append(values.size());
        }
        return this;
    }

    /**
     * Adds that one of two comparisons with a value holds.
     *
     * @param value nothing is added if it is {@code null}
     */
    public QueryCondition andEither(String comparison, String other, @Nullable Object value) {
        if (value != null) {
            values.add(value);
            String parameter = " ?" + values.size();
            text.append(" and (").append(comparison).append(parameter);
            text.append(" or ").append(other).append(parameter).append(")");
        }
        return this;
    }

    /** The query, in this order of fields. */
    public String orderedBy(String fields) {
        return text + " order by " + fields;
    }

    public Object[] values() {
        return values.toArray();
    }
}
