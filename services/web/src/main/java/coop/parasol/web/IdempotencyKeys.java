package coop.parasol.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotency_key}: the calls that were made with a key, and what they were answered. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class IdempotencyKeys {

    /**
     * Keys that were used, with their answers, as a part of a larger statement. Parameters: {@code :keyCallers, :keyTexts}, arrays of
     * text. Columns: caller, idempotency_key, and those of {@link Answer}.
     */
    public static final String FIND = "select caller, idempotency_key, k.request_digest, k.status, k.location, k.etag,"
            + " k.content_type, k.body from idempotency_key k"
            + " join unnest(:keyCallers, :keyTexts) as sent (caller, idempotency_key) using (caller, idempotency_key)";

    /**
     * Stores keys with their answers in JSON, as a part of a larger statement. Parameters: {@code :keyCallers, :keyTexts, :keyDigests, :keyLocations,
     * :keyTypes, :keyBodies}, arrays of text, and {@code :keyStatuses} of int. Returns the keys that were new. Columns: caller,
     * idempotency_key.
     */
    public static final String STORE = """
            insert into idempotency_key (caller, idempotency_key, request_digest, status, location, content_type, body)
            select caller, key, digest, status, location, type, convert_to(body, 'UTF8')
              from unnest(:keyCallers, :keyTexts, :keyDigests, :keyStatuses, :keyLocations, :keyTypes, :keyBodies)
                   as answered (caller, key, digest, status, location, type, body)
             order by caller, key
            on conflict do nothing returning caller, idempotency_key
            """;

    private final DataSource dataSource;

    public IdempotencyKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The stored answer to the first call with a key. */
    @SuppressWarnings("ArrayRecordComponent") // read once and sent, never compared
    public record Answer(
            String requestDigest,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String contentType,
            byte @Nullable [] body) {}

    /**
     * Records the key for this call, or returns the stored answer if it is recorded already. While another call with the
     * same key is running, the database makes this one wait for its end.
     */
    public Optional<Answer> claim(String caller, String key, String requestDigest) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return insert(connection, caller, key, requestDigest) ? Optional.empty() : find(connection, caller, key);
        }
    }

    /** Stores the answer, in the transaction of the decision. */
    public void answer(String caller, String key, Answer answer) throws SQLException {
        String sql = "UPDATE idempotency_key SET status = ?, location = ?, etag = ?, content_type = ?, body = ?"
                + " WHERE caller = ? AND idempotency_key = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.etag());
            update.setString(4, answer.contentType());
            update.setBytes(5, answer.body());
            update.setString(6, caller);
            update.setString(7, key);
            update.executeUpdate();
        }
    }

    /** The stored answers of those of these calls that were made before, by their callers and keys. */
    public Map<UsedKey, Answer> findAll(Collection<IdempotentCall> calls) {
        Map<UsedKey, Answer> found = new HashMap<>();
        if (calls.isEmpty()) {
            return found;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(withoutNames(FIND))) {
            select.setArray(1, texts(connection, calls, IdempotentCall::caller));
            select.setArray(2, texts(connection, calls, IdempotentCall::key));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(new UsedKey(row.getString(1), row.getString(2)), answer(row, 3));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of calls could not be read", e);
        }
    }

    /**
     * Stores the answers to several calls with their keys, in the transaction of the decision.
     *
     * @throws KeyTakenException if one of the keys was used meanwhile; the transaction is to be undone
     */
    public void storeAll(Map<IdempotentCall, Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        List<Map.Entry<IdempotentCall, Answer>> all = List.copyOf(answers.entrySet());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(withoutNames(STORE))) {
            insert.setArray(1, texts(connection, all, one -> one.getKey().caller()));
            insert.setArray(2, texts(connection, all, one -> one.getKey().key()));
            insert.setArray(3, texts(connection, all, one -> one.getValue().requestDigest()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "int",
                            all.stream().map(one -> one.getValue().status()).toArray()));
            insert.setArray(5, texts(connection, all, one -> one.getValue().location()));
            insert.setArray(6, texts(connection, all, one -> one.getValue().contentType()));
            insert.setArray(7, texts(connection, all, one -> text(one.getValue().body())));
            int stored = 0;
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    stored++;
                }
            }
            if (stored < all.size()) {
                throw new KeyTakenException();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of calls could not be stored", e);
        }
    }

    /** A key that a caller has used. */
    public record UsedKey(String caller, String key) {

        public static UsedKey of(IdempotentCall call) {
            return new UsedKey(call.caller(), call.key());
        }
    }

    /** A key was used by another call while this one was decided. */
    public static final class KeyTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static String withoutNames(String sql) {
        return sql.replaceAll(":key\\w+", "?");
    }

    private static <T> Array texts(Connection connection, Collection<T> rows, Function<T, @Nullable String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray());
    }

    private static @Nullable String text(byte @Nullable [] body) {
        return body == null ? null : new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Erases the stored answers that name somebody; a call that is repeated is answered with its status alone.
     *
     * @param id of the member, partner or auditor
     * @return how many there were
     */
    public int eraseAnswersAbout(UUID id) {
        String sql = "UPDATE idempotency_key SET body = NULL, location = NULL"
                + " WHERE position(convert_to(?, 'UTF8') IN body) > 0 OR position(? IN location) > 0";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, id.toString());
            update.setString(2, id.toString());
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("stored answers could not be erased", e);
        }
    }

    private static boolean insert(Connection connection, String caller, String key, String digest) throws SQLException {
        String sql = "INSERT INTO idempotency_key (caller, idempotency_key, request_digest) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setString(3, digest);
            return insert.executeUpdate() == 1;
        }
    }

    private static Optional<Answer> find(Connection connection, String caller, String key) throws SQLException {
        String sql = "SELECT request_digest, status, location, etag, content_type, body FROM idempotency_key"
                + " WHERE caller = ? AND idempotency_key = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, caller);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(answer(row, 1)) : Optional.empty();
            }
        }
    }

    private static Answer answer(ResultSet row, int first) throws SQLException {
        return new Answer(
                row.getString(first),
                row.getInt(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getBytes(first + 5));
    }
}
