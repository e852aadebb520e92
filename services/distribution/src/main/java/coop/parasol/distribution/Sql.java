package coop.parasol.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL on the connection of the present transaction. Round trips are the ceiling of this service, so its decisions
 * read and write sets in single statements; arrays are passed for {@code unnest}.
 */
@ApplicationScoped
public class Sql {

    private final DataSource dataSource;

    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes a value of the present row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A named data-modifying step of a statement: {@code name AS (sql)}. */
    public record Step(String name, String sql, List<@Nullable Object> parameters) {
        public static Step of(String name, String sql, @Nullable Object... parameters) {
            return new Step(name, sql, Arrays.asList(parameters));
        }
    }

    /** The database did not do what it was told; the cause says why. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        });
    }

    public <T> Optional<T> find(String sql, Reader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** The only row; its absence is a bug. */
    public <T> T one(String sql, Reader<T> reader, @Nullable Object... parameters) {
        return find(sql, reader, parameters).orElseThrow();
    }

    /** @return how many rows were changed */
    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** Does all steps in one round trip. They do not see each other's changes; foreign keys are checked at the end. */
    public void together(List<Step> steps) {
        String sql = steps.stream()
                .map(step -> step.name() + " AS (" + step.sql() + ")")
                .collect(Collectors.joining(", ", "WITH ", " SELECT 1"));
        Object[] parameters = steps.stream()
                .<@Nullable Object>flatMap(step -> step.parameters().stream())
                .toArray();
        list(sql, row -> row.getInt(1), parameters);
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).toList();
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, @Nullable Object[] parameters, Use<T> use) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                bind(connection, statement, i + 1, parameters[i]);
            }
            return use.of(statement);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int i, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(i, Types.NULL);
            case Instant time -> statement.setObject(i, time.atOffset(ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(i, constant.name());
            case UUID[] ids -> statement.setArray(i, connection.createArrayOf("uuid", ids));
            case String[] texts -> statement.setArray(i, connection.createArrayOf("text", texts));
            case BigDecimal[] numbers -> statement.setArray(i, connection.createArrayOf("numeric", numbers));
            case Long[] numbers -> statement.setArray(i, connection.createArrayOf("int8", numbers));
            case Integer[] numbers -> statement.setArray(i, connection.createArrayOf("int4", numbers));
            default -> statement.setObject(i, value);
        }
    }
}
