package coop.parasol.quality.inspection;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Auditors plan their ways by the towns of the producers. */
@ApplicationScoped
public class OnMemberAdmitted implements Handler<MemberAdmitted> {

    private final Session database;

    OnMemberAdmitted(Session database) {
        this.database = database;
    }

    @Override
    public void on(MemberAdmitted event, Envelope envelope) {
        database.createNativeMutationQuery("insert into producer (id, place) values (?1, ?2)"
                        + " on conflict (id) do update set place = excluded.place")
                .setParameter(1, event.memberId())
                .setParameter(2, event.place(), String.class)
                .executeUpdate();
    }
}
