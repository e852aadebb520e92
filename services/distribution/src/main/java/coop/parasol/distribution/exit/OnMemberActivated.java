package coop.parasol.distribution.exit;

import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import coop.parasol.distribution.Sql;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the producer's name, for the desk that buys in its goods. */
@ApplicationScoped
public class OnMemberActivated implements Handler<MemberActivatedV2> {

    private final Sql sql;

    OnMemberActivated(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void on(MemberActivatedV2 event, Envelope envelope) {
        sql.update(
                "INSERT INTO producer (member_id, name) VALUES (?, ?)"
                        + " ON CONFLICT (member_id) DO UPDATE SET name = excluded.name",
                event.memberId(),
                event.name());
    }
}
