package coop.parasol.pricing.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import org.jdbi.v3.core.Jdbi;

/** The bylaw on the firm's margin, as the members have decided it: what the firm keeps of a pool's receipts. */
@ApplicationScoped
class MarginBylaw {

    /** The bylaw's name in membership's event BylawsChanged. */
    static final String NAME = "marginShare";

    private final Jdbi jdbi;

    MarginBylaw(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Basis points of the receipts, 800 for 8 %; empty until the bylaws of the founding have arrived from membership. */
    OptionalInt inForce() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select margin_share from margin_bylaw order by bylaws_version desc limit 1")
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
    }

    /**
     * Keeps the share that a version of the bylaws has set; a later version counts, whichever arrives first.
     *
     * @param share basis points
     */
    void change(int bylawsVersion, int share) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into margin_bylaw (bylaws_version, margin_share) values (:version, :share)
                        on conflict (bylaws_version) do nothing
                        """)
                .bind("version", bylawsVersion)
                .bind("share", share)
                .execute());
    }
}
