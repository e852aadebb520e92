package coop.parasol.portal.production;

import java.util.List;

/** The states of a lot at quality, in the order in which a filter offers them. */
final class LotStates {

    static final List<String> ALL = List.of(
            "REPORTED",
            "WAITING_FOR_STANDARD",
            "HELD",
            "SAMPLED",
            "CERTIFIED",
            "REJECTED",
            "REWORKED",
            "SCRAPPED",
            "WITHDRAWN",
            "SUSPENDED",
            "RECALLED",
            "EXPIRED");

    private LotStates() {}
}
