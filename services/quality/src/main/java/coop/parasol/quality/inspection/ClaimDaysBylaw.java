package coop.parasol.quality.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalInt;
import org.jdbi.v3.core.Jdbi;

/** The bylaw on how long an auditor's claim of a lot holds, as the members have decided it. */
@ApplicationScoped
public class ClaimDaysBylaw {

    /** The bylaw's name in membership's event BylawsChanged. */
    public static final String NAME = "inspectionClaimDays";

    private final Jdbi jdbi;

    ClaimDaysBylaw(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Days after that of a claim made at a moment; empty until the bylaws of that moment have arrived from membership. */
    OptionalInt inForceAt(Instant moment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select claim_days from claim_days_bylaw where effective_from <= :moment
                         order by bylaws_version desc limit 1
                        """)
                .bind("moment", moment)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
    }

    /** Keeps the days that a version of the bylaws has set; of those in force the highest version counts, whichever arrives first. */
    public void change(int bylawsVersion, Instant effectiveFrom, int days) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into claim_days_bylaw (bylaws_version, effective_from, claim_days)
                        values (:version, :effectiveFrom, :days)
                        on conflict (bylaws_version) do nothing
                        """)
                .bind("version", bylawsVersion)
                .bind("effectiveFrom", effectiveFrom)
                .bind("days", days)
                .execute());
    }
}
