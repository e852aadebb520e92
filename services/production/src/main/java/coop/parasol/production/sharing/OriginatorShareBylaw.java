package coop.parasol.production.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** The bylaw on what a producer keeps of what others make of a commitment that it has shared, as the members have decided it. */
@ApplicationScoped
public class OriginatorShareBylaw {

    /** The bylaw's name in membership's event BylawsChanged. */
    public static final String NAME = "originatorShare";

    /** Until the first bylaws have arrived from membership, as at a founding without another choice: 3 %. */
    private static final int SHARE_AT_FOUNDING = 300;

    private final Jdbi jdbi;

    OriginatorShareBylaw(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In basis points of what a taken part pays, at a moment. */
    int inForceAt(Instant moment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select share from originator_bylaw where effective_from <= :moment
                         order by bylaws_version desc limit 1
                        """)
                .bind("moment", moment)
                .mapTo(Integer.class)
                .findOne()
                .orElse(SHARE_AT_FOUNDING));
    }

    /** Keeps the share that a version of the bylaws has set; of those in force the highest version counts, whichever arrives first. */
    public void change(int bylawsVersion, Instant effectiveFrom, int share) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into originator_bylaw (bylaws_version, effective_from, share)
                        values (:version, :effectiveFrom, :share)
                        on conflict (bylaws_version) do nothing
                        """)
                .bind("version", bylawsVersion)
                .bind("effectiveFrom", effectiveFrom)
                .bind("share", share)
                .execute());
    }
}
