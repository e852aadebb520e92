package coop.parasol.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code administrative_act}, to which rows are only added. What is asked for at the machine by a row of another table
 * ({@code rebuild}, {@code resend_request}) the database records by itself.
 */
@ApplicationScoped
public class AdministrativeActs {

    private final DataSource database;
    private final Clock clock;

    AdministrativeActs(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Which acts are asked for; null for what is not asked for.
     *
     * @param from the first moment
     * @param until the moment before which
     */
    record Filter(
            @Nullable AdministrativeActKind act,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * Records what a person does, in the present transaction: there is neither the act without its record nor the record without
     * the act.
     *
     * @param actor the person's {@code sub}
     */
    public void record(String actor, AdministrativeActKind act, String subject) {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into administrative_act (time, actor, act, subject) values (?, ?, ?, ?)")) {
                insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(2, actor);
                insert.setString(3, act.name());
                insert.setString(4, Jdbc.storable(subject));
                return insert.executeUpdate();
            }
        });
    }

    /** Acts with numbers below one, the latest first. */
    List<AdministrativeAct> list(Filter filter, long below, int limit) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select number, time, actor, act, subject from administrative_act
                     where number < ? and act = coalesce(?::text, act)
                       and time >= coalesce(?::timestamptz, '-infinity') and time < coalesce(?::timestamptz, 'infinity')
                     order by number desc limit ?""")) {
                select.setLong(1, below);
                select.setString(2, filter.act() == null ? null : filter.act().name());
                select.setObject(3, utc(filter.from()));
                select.setObject(4, utc(filter.until()));
                select.setInt(5, limit);
                List<AdministrativeAct> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new AdministrativeAct(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                AdministrativeActKind.valueOf(row.getString(4)),
                                row.getString(5)));
                    }
                }
                return found;
            }
        });
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
