package coop.parasol.web;

import java.util.List;
import java.util.Map;

/** Work of one kind that waits because of rows in the database, one for each row of a query. */
public abstract class WaitingKind implements WaitingWork {

    private static final String PERSON = "person";

    private final WaitingRows rows;
    private final String kind;
    private final String role;
    private final String query;

    /**
     * @param kind such as {@code PAYMENT_RUN_TO_APPROVE}
     * @param role whose work it is
     * @param query with the columns {@code id} and {@code since}; {@code :person} in it is whoever asks
     */
    protected WaitingKind(WaitingRows rows, String kind, String role, String query) {
        this.rows = rows;
        this.kind = kind;
        this.role = role;
        this.query = query;
    }

    @Override
    public final String role() {
        return role;
    }

    @Override
    public final List<Waiting> waitingFor(String person) {
        Map<String, String> values = query.contains(':' + PERSON) ? Map.of(PERSON, person) : Map.of();
        return List.of(rows.waiting(kind, role, query, values));
    }
}
