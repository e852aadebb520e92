package coop.parasol.production.freeze;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** The bylaw on how many weeks are frozen, as the members have decided it. */
@ApplicationScoped
public class FreezeBylaw {

    /** The bylaw's name in membership's event BylawsChanged. */
    public static final String NAME = "commitmentFreezeWeeks";

    /** Until the first bylaws have arrived from membership: the present week alone, as at a founding without another choice. */
    private static final int WEEKS_AT_FOUNDING = 1;

    private final Jdbi jdbi;

    FreezeBylaw(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Weeks that are frozen at a moment, the present one included. */
    int inForceAt(Instant moment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select weeks from freeze_bylaw where effective_from <= :moment order by bylaws_version desc limit 1
                        """)
                .bind("moment", moment)
                .mapTo(Integer.class)
                .findOne()
                .orElse(WEEKS_AT_FOUNDING));
    }

    /** Keeps the weeks that a version of the bylaws has set; of those in force the highest version counts, whichever arrives first. */
    public void change(int bylawsVersion, Instant effectiveFrom, int weeks) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into freeze_bylaw (bylaws_version, effective_from, weeks)
                        values (:version, :effectiveFrom, :weeks)
                        on conflict (bylaws_version) do nothing
                        """)
                .bind("version", bylawsVersion)
                .bind("effectiveFrom", effectiveFrom)
                .bind("weeks", weeks)
                .execute());
    }
}
