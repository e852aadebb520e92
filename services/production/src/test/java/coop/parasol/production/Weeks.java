package coop.parasol.production;

import coop.parasol.contracts.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** ISO weeks as they are seen from the day on which a test runs. */
public final class Weeks {

    private Weeks() {}

    /** So many weeks after the present one, whose planning is open; or before it, with a negative number. */
    public static Period after(int weeks) {
        return Period.of(LocalDate.now(ZoneOffset.UTC).plusWeeks(weeks));
    }
}
