package coop.parasol.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Work of one kind that waits because of rows in the database, one for each row of a query. */
public abstract class WaitingKind implements WaitingWork {

    private static final String PERSON = "person";

    private final WaitingRows rows;
    private final String kind;
    private final Set<String> roles;
    private final String query;

    /**
     * @param kind such as {@code PAYMENT_RUN_TO_APPROVE}
     * @param role whose work it is
     * @param query with the columns {@code id} and {@code since}; {@code :person} in it is whoever asks
     */
    protected WaitingKind(WaitingRows rows, String kind, String role, String query) {
        this(rows, kind, Set.of(role), query);
    }

    /**
     * Work that people of several roles may do.
     *
     * @param kind such as {@code BANK_ACCOUNT_TO_APPROVE}
     * @param roles whose work it is
     * @param query with the columns {@code id} and {@code since}; {@code :person} in it is whoever asks
     */
    protected WaitingKind(WaitingRows rows, String kind, Set<String> roles, String query) {
        this.rows = rows;
        this.kind = kind;
        this.roles = roles;
        this.query = query;
    }

    @Override
    public final Set<String> roles() {
        return roles;
    }

    @Override
    public final List<Waiting> waitingFor(String person) {
        Map<String, String> values = query.contains(':' + PERSON) ? Map.of(PERSON, person) : Map.of();
        WaitingRows.Oldest found = rows.oldest(query, values);
        return roles.stream().sorted().map(role -> found.as(kind, role)).toList();
    }
}
