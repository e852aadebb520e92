package coop.parasol.portal.notice;

import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A partner is told what it owes more for goods that were invoiced before. */
@ApplicationScoped
public class OnDebitNoteIssued implements SetHandler<DebitNoteIssued> {

    private final MakeNotices notices;

    OnDebitNoteIssued(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<DebitNoteIssued>> events) {
        notices.of(events);
    }
}
