package coop.parasol.portal.notice;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What a firm that was erased had been told is forgotten. */
@ApplicationScoped
public class OnPersonErased implements Handler<PersonErased> {

    private final Inbox inbox;

    OnPersonErased(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void on(PersonErased event, Envelope envelope) {
        inbox.eraseNoticesOfMember(event.memberId());
    }
}
