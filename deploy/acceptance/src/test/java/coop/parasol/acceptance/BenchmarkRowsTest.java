package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Benchmarks insert rows by SQL of their own: these still fit the tables, whose migrations go on. */
class BenchmarkRowsTest {

    private static final Path BENCHMARKS = Path.of("../local/src/main/java/coop/parasol/local/bench");
    private static final Pattern INSERT =
            Pattern.compile("insert into (?:same_sql\\.)?([a-z_]+) (?:\\(([a-z_, ]+)\\)|(select \\*)|(values))");
    private static final int INSERTS_AT_LEAST = 20;

    /** A column of a table: whether a row needs a value for it that the database does not give by itself. */
    private record Column(String name, boolean needed) {}

    /**
     * An insert of a benchmark.
     *
     * @param columns empty where it names none
     */
    private record Insert(String file, String table, Set<String> columns) {}

    @Test
    void every_row_that_a_benchmark_inserts_has_the_columns_that_its_table_needs() throws Exception {
        Map<String, List<Set<Column>>> tables = tables();
        List<Insert> inserts = inserts();

        assertThat(inserts).hasSizeGreaterThan(INSERTS_AT_LEAST);
        assertThat(inserts)
                .allSatisfy(insert -> assertThat(insert.columns())
                        .as("named columns of " + insert)
                        .isNotEmpty());
        assertThat(inserts)
                .allSatisfy(insert -> assertThat(tables.getOrDefault(insert.table(), List.of()))
                        .as("tables of that name, one of which takes " + insert)
                        .anyMatch(table -> names(table).containsAll(insert.columns())
                                && insert.columns().containsAll(needed(table))));
    }

    private static Set<String> names(Set<Column> table) {
        return table.stream().map(Column::name).collect(Collectors.toSet());
    }

    private static Set<String> needed(Set<Column> table) {
        return table.stream().filter(Column::needed).map(Column::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What copies whole rows names no columns and needs none. */
    private static List<Insert> inserts() throws IOException {
        try (Stream<Path> files = Files.list(BENCHMARKS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> INSERT.matcher(text(file))
                            .results()
                            .filter(insert -> insert.group(3) == null)
                            .map(insert -> new Insert(
                                    file.getFileName().toString(),
                                    insert.group(1),
                                    insert.group(2) == null
                                            ? Set.of()
                                            : new TreeSet<>(Arrays.asList(
                                                    insert.group(2).split(", "))))))
                    .toList();
        }
    }

    /** The source as one line, with the parts of a text that is put together joined. */
    private static String text(Path file) {
        try {
            String source = Files.readString(file);
            Matcher joints = Pattern.compile("\"\\s*\\+\\s*\"").matcher(source);
            return joints.replaceAll("").replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns of each table, once for each service that has one of this name. */
    private static Map<String, List<Set<Column>>> tables() throws SQLException {
        Map<String, List<Set<Column>>> tables = new HashMap<>();
        for (Component service : Component.services()) {
            Map<String, Set<Column>> own = new HashMap<>();
            try (Connection connection =
                            RunningSystem.afterASeason().installation().connectAsAdministrator(service.id());
                    PreparedStatement columns = connection.prepareStatement("""
                            select table_name, column_name,
                                   is_nullable = 'NO' and column_default is null and is_identity = 'NO'
                                   and is_generated = 'NEVER'
                              from information_schema.columns where table_schema = 'public'
                            """);
                    ResultSet column = columns.executeQuery()) {
                while (column.next()) {
                    own.computeIfAbsent(column.getString(1), table -> new HashSet<>())
                            .add(new Column(column.getString(2), column.getBoolean(3)));
                }
            }
            own.forEach((table, found) -> tables.merge(
                    table,
                    List.of(found),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        }
        return tables;
    }
}
