package coop.parasol.portal.csv;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.csv.ColumnWords.Part;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a record: a record within it has a column for each of its components, an amount its number and its currency, a quantity
 * its number and its unit. Times are those of the firm's zone, as ISO 8601 writes them. Lists of records have no column: they are
 * tables of their own.
 */
final class CsvColumns {

    private final List<Column> columns = new ArrayList<>();

    private CsvColumns() {}

    /** One column, what it has, and how its value is read of a row. */
    private record Column(List<String> path, Part part, Reader reader) {}

    /** Reads a value of a row; null where it has none. */
    private interface Reader {
        @Nullable Object read(Object row);
    }

    /** @param zone in which times are written */
    static CsvColumns of(Class<? extends Record> row, ZoneId zone) {
        CsvColumns columns = new CsvColumns();
        columns.add(List.of(), row, each -> each, zone);
        return columns;
    }

    List<String> names(ColumnWords words) {
        return columns.stream()
                .map(column -> words.of(column.path(), column.part()))
                .toList();
    }

    /** The values of a row, in the order of the names. */
    List<@Nullable Object> values(Record row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : columns) {
            values.add(column.reader().read(row));
        }
        return values;
    }

    private void add(List<String> prefix, Class<?> type, Reader outer, ZoneId zone) {
        for (RecordComponent component : type.getRecordComponents()) {
            List<String> path = Stream.concat(prefix.stream(), Stream.of(component.getName()))
                    .toList();
            Reader reader = component(component, outer);
            Class<?> of = component.getType();
            if (of == Money.class) {
                columns.add(new Column(path, Part.VALUE, part(reader, Money::decimal)));
                columns.add(new Column(path, Part.CURRENCY, part(reader, Money::currency)));
            } else if (of == Quantity.class) {
                columns.add(new Column(path, Part.VALUE, part(reader, Quantity::value)));
                columns.add(new Column(path, Part.UNIT, part(reader, Quantity::unit)));
            } else if (of.isRecord() && of != Period.class) {
                add(path, of, reader, zone);
            } else if (Map.class.isAssignableFrom(of)) {
                columns.add(new Column(path, Part.VALUE, part(reader, CsvColumns::entries)));
            } else if (!Collection.class.isAssignableFrom(of)) {
                columns.add(new Column(path, Part.VALUE, part(reader, (Object value) -> single(value, zone))));
            } else if (!isOfRecords(component.getGenericType())) {
                columns.add(new Column(path, Part.VALUE, part(reader, CsvColumns::joined)));
            }
        }
    }

    private static Object single(Object value, ZoneId zone) {
        return switch (value) {
            case Instant moment ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String entries(Map<?, ?> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static boolean isOfRecords(Type type) {
        return type instanceof ParameterizedType of
                && of.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord();
    }

    @SuppressWarnings("unchecked") // the component is of the type, by which the column was chosen
    private static <T> Reader part(Reader whole, Function<T, @Nullable Object> part) {
        return row -> {
            Object value = whole.read(row);
            return value == null ? null : part.apply((T) value);
        };
    }

    private static Reader component(RecordComponent component, Reader outer) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return row -> {
            Object whole = outer.read(row);
            try {
                return whole == null ? null : accessor.invoke(whole);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record's component cannot be read", e);
            }
        };
    }
}
