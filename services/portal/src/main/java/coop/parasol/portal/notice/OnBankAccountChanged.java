package coop.parasol.portal.notice;

import coop.parasol.contracts.MembershipEvent.BankAccountChanged;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that it is paid into another account, in case somebody else has named it. */
@ApplicationScoped
public class OnBankAccountChanged implements SetHandler<BankAccountChanged> {

    private final MakeNotices notices;

    OnBankAccountChanged(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<BankAccountChanged>> events) {
        notices.of(events);
    }
}
