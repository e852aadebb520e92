package coop.parasol.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets in the service's database, so that all instances count together. A bucket holds up to {@code burst} tokens
 * and is refilled with {@code perMinute}; a call takes one. There is a fixed number of buckets, so that no flood of
 * addresses fills the table, and no address is stored: which addresses share a bucket follows from a secret of the database.
 */
@ApplicationScoped
public class RateLimitBuckets {

    private static final int BUCKETS = 1 << 16;
    private static final double SECONDS_PER_MINUTE = 60;

    private static final String TAKE = """
        INSERT INTO rate_limit_bucket AS b (limit_name, bucket, tokens, filled_at)
        VALUES (?, ?, ?::float8 - 1, clock_timestamp())
        ON CONFLICT (limit_name, bucket) DO UPDATE
        SET tokens = least(?, b.tokens + ? * greatest(0, extract(epoch FROM clock_timestamp() - b.filled_at))) - 1,
            filled_at = clock_timestamp()
        WHERE least(?, b.tokens + ? * greatest(0, extract(epoch FROM clock_timestamp() - b.filled_at))) >= 1
        RETURNING tokens\
        """;
    private static final String WAIT = """
        SELECT ceil((1 - tokens) / ? - extract(epoch FROM clock_timestamp() - filled_at))
        FROM rate_limit_bucket
        WHERE limit_name = ? AND bucket = ?\
        """;

    private final DataSource dataSource;
    private volatile @Nullable String secret;

    RateLimitBuckets(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Takes a token of the client's bucket.
     *
     * @return empty if there was one, else in how many whole seconds there will be one
     */
    public OptionalInt take(String limit, String client, int burst, int perMinute) throws SQLException {
        double perSecond = perMinute / SECONDS_PER_MINUTE;
        try (Connection connection = dataSource.getConnection()) {
            int bucket = bucket(limit, client, secret(connection));
            return isTaken(connection, limit, bucket, burst, perSecond)
                    ? OptionalInt.empty()
                    : OptionalInt.of(secondsToWait(connection, limit, bucket, perSecond));
        }
    }

    private static boolean isTaken(Connection connection, String limit, int bucket, int burst, double perSecond)
            throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, limit);
            take.setInt(2, bucket);
            take.setDouble(3, burst);
            take.setDouble(4, burst);
            take.setDouble(5, perSecond);
            take.setDouble(6, burst);
            take.setDouble(7, perSecond);
            try (ResultSet row = take.executeQuery()) {
                return row.next();
            }
        }
    }

    private static int secondsToWait(Connection connection, String limit, int bucket, double perSecond)
            throws SQLException {
        try (PreparedStatement wait = connection.prepareStatement(WAIT)) {
            wait.setDouble(1, perSecond);
            wait.setString(2, limit);
            wait.setInt(3, bucket);
            try (ResultSet row = wait.executeQuery()) {
                return row.next() ? Math.max(1, row.getInt(1)) : 1;
            }
        }
    }

    private String secret(Connection connection) throws SQLException {
        String known = secret;
        if (known == null) {
            try (PreparedStatement select = connection.prepareStatement("SELECT secret FROM rate_limit_secret");
                    ResultSet row = select.executeQuery()) {
                row.next();
                known = row.getString(1);
                secret = known;
            }
        }
        return known;
    }

    private static int bucket(String limit, String client, String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((secret + "\n" + limit + "\n" + client).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getInt() & (BUCKETS - 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
