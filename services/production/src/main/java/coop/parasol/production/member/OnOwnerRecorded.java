package coop.parasol.production.member;

import coop.parasol.contracts.MembershipEvent.OwnerRecorded;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Firms of one owner count as one producer from now on; what was fixed before stays as it is. */
@ApplicationScoped
public class OnOwnerRecorded implements Handler<OwnerRecorded> {

    @Override
    public void on(OwnerRecorded event, Envelope envelope) {
        Member.lock(event.memberId()).orElseThrow().ownerId = event.ownerId();
    }
}
