package coop.parasol.messaging;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where members are and how they are called: a whole table, and two columns of a table with one of the service's own. */
final class Addresses implements ReadModel {

    private final PlainTransactions database;
    boolean writesElsewhere;

    Addresses(PlainTransactions database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "addresses";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("address"), new Copy("member_sums", Set.of("moves", "renamings")));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(MemberMoved.class, this::moved), new Projection<>(MemberRenamed.class, this::renamed));
    }

    void moved(List<MemberMoved> events) {
        events.forEach(event -> execute(event.memberId(), "place", event.place(), "moves"));
        if (writesElsewhere) {
            Jdbc.execute(database, connection -> connection.createStatement().execute("insert into own values (1)"));
        }
    }

    void renamed(List<MemberRenamed> events) {
        events.forEach(event -> execute(event.memberId(), "name", event.name(), "renamings"));
    }

    private void execute(UUID member, String column, String value, String count) {
        Jdbc.execute(
                database,
                connection -> connection
                        .createStatement()
                        .execute("insert into address (member, " + column + ") values ('" + member + "', '" + value
                                + "') on conflict (member) do update set " + column + " = excluded." + column
                                + "; insert into member_sums as s (member, " + count + ") values ('" + member
                                + "', 1) on conflict (member) do update set " + count + " = s." + count + " + 1"));
    }
}
