package coop.parasol.messaging;

import coop.parasol.messaging.ReadModel.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The statements that make a running table equal to its shadow; each writes only rows that differ. */
final class TableMerge {

    private final String running;
    private final String shadow;
    private final boolean isWhole;
    private final List<Column> columns;
    private final List<Column> key;
    private final List<Column> copied;

    /** @param defaultValue SQL of what it has where nothing is said; {@code null} for none */
    record Column(String name, String defaultValue, boolean isKey) {}

    /** @throws IllegalStateException if the table has no primary key, or not all of the copied columns */
    TableMerge(String runningSchema, String shadowSchema, Copy copy, List<Column> columns) {
        this.running = runningSchema + "." + copy.table();
        this.shadow = shadowSchema + "." + copy.table();
        this.isWhole = copy.columns().isEmpty();
        this.columns = columns;
        this.key = columns.stream().filter(Column::isKey).toList();
        this.copied = columns.stream()
                .filter(column -> !column.isKey() && (isWhole || copy.columns().contains(column.name())))
                .toList();
        if (key.isEmpty() || (!isWhole && copied.size() < copy.columns().size())) {
            throw new IllegalStateException(copy + " has no primary key, or no such columns");
        }
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add(isWhole ? deleteSurplus() : clearSurplus());
        if (!copied.isEmpty()) {
            statements.add("update " + running + " r set " + list(copied, name -> name + " = s." + name) + " from "
                    + shadow + " s where " + sameKey() + " and (" + list(copied, name -> "r." + name)
                    + ") is distinct from (" + list(copied, name -> "s." + name) + ")");
        }
        statements.add("insert into " + running + " (" + list(columns, name -> name) + ") select "
                + list(columns, name -> "s." + name) + " from " + shadow + " s where not exists (select from " + running
                + " r where " + sameKey() + ")");
        return statements;
    }

    private String deleteSurplus() {
        return "delete from " + running + " r where not exists (select from " + shadow + " s where " + sameKey() + ")";
    }

    /** A row that also has columns of the service's own stays. */
    private String clearSurplus() {
        return "update " + running + " r set " + list(copied, name -> name + " = default") + " where "
                + isMoreThanDefault("r") + " and not exists (select from " + shadow + " s where " + sameKey() + ")";
    }

    /** A row whose copied columns say nothing is as good as none. */
    private String isMoreThanDefault(String alias) {
        return "(" + list(copied, name -> alias + "." + name) + ") is distinct from ("
                + copied.stream().map(Column::defaultValue).collect(Collectors.joining(", ")) + ")";
    }

    private String sameKey() {
        return "(" + list(key, name -> "r." + name) + ") = (" + list(key, name -> "s." + name) + ")";
    }

    private static String list(List<Column> columns, UnaryOperator<String> text) {
        return columns.stream().map(column -> text.apply(column.name())).collect(Collectors.joining(", "));
    }
}
