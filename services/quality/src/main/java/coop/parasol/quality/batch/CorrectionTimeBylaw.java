package coop.parasol.quality.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The bylaw on how many minutes a producer has to correct what it reports before the sample is drawn, as the members have decided it. */
@ApplicationScoped
public class CorrectionTimeBylaw {

    /** The bylaw's name in membership's event BylawsChanged. */
    public static final String NAME = "batchCorrectionMinutes";

    private final Jdbi jdbi;

    CorrectionTimeBylaw(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The minutes in force at each of the moments, in their order; none before the first bylaws have arrived from membership. */
    List<Integer> inForceAt(List<Instant> moments) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce((select minutes from correction_time_bylaw where effective_from <= m.at
                                          order by bylaws_version desc limit 1), 0)
                          from unnest(:moments) with ordinality as m (at, position)
                         order by m.position
                        """)
                .bindArray("moments", Instant.class, moments)
                .mapTo(Integer.class)
                .list());
    }

    /** Keeps the minutes that a version of the bylaws has set; of those in force the highest version counts, whichever arrives first. */
    public void change(int bylawsVersion, Instant effectiveFrom, int minutes) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into correction_time_bylaw (bylaws_version, effective_from, minutes)
                        values (:version, :effectiveFrom, :minutes)
                        on conflict (bylaws_version) do nothing
                        """)
                .bind("version", bylawsVersion)
                .bind("effectiveFrom", effectiveFrom)
                .bind("minutes", minutes)
                .execute());
    }
}
