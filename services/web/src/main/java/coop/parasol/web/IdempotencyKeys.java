package coop.parasol.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
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
                return row.next()
                        ? Optional.of(new Answer(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBytes(6)))
                        : Optional.empty();
            }
        }
    }
}
