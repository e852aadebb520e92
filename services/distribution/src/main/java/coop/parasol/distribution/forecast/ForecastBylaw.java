package coop.parasol.distribution.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** The bylaw on until when partners change their forecasts, as the members have decided it. */
@ApplicationScoped
public class ForecastBylaw {

    /** The bylaw's name in membership's event BylawsChanged. */
    public static final String NAME = "forecastChangeDays";

    /** Until the first bylaws have arrived from membership: a week, as at a founding without another choice. */
    private static final int DAYS_AT_FOUNDING = 7;

    private final Jdbi jdbi;

    ForecastBylaw(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Days before the Monday of its week until which a forecast may be changed, as it is at a moment. */
    int inForceAt(Instant moment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select days from forecast_bylaw where effective_from <= :moment order by bylaws_version desc limit 1
                        """)
                .bind("moment", moment)
                .mapTo(Integer.class)
                .findOne()
                .orElse(DAYS_AT_FOUNDING));
    }

    /** Keeps the days that a version of the bylaws has set; of those in force the highest version counts, whichever arrives first. */
    public void change(int bylawsVersion, Instant effectiveFrom, int days) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into forecast_bylaw (bylaws_version, effective_from, days)
                        values (:version, :effectiveFrom, :days)
                        on conflict (bylaws_version) do nothing
                        """)
                .bind("version", bylawsVersion)
                .bind("effectiveFrom", effectiveFrom)
                .bind("days", days)
                .execute());
    }
}
