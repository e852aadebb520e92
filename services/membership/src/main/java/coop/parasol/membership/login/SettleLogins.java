package coop.parasol.membership.login;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells Keycloak about producers' accounts, again and again until it knows; nothing else waits for it. */
@ApplicationScoped
public class SettleLogins {

    private static final Logger LOG = Logger.getLogger(SettleLogins.class);

    private final Logins logins;
    private final Accounts accounts;

    SettleLogins(Logins logins, Accounts accounts) {
        this.logins = logins;
        this.accounts = accounts;
    }

    @Scheduled(every = "{parasol.membership.logins-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void settle() {
        while (QuarkusTransaction.requiringNew().call(this::settleNext)) {
            LOG.debug("an account is settled");
        }
    }

    /** @return whether there may be another one */
    private boolean settleNext() {
        List<Logins.Due> next = logins.next();
        for (Logins.Due login : next) {
            try {
                if (login.enabled()) {
                    accounts.enable(login.memberId(), login.email(), login.name());
                } else {
                    accounts.disable(login.memberId(), login.email());
                }
                logins.settled(login);
            } catch (RuntimeException e) {
                LOG.warnf("the account of member %s is not settled yet: %s", login.memberId(), e);
                logins.failed(login, e.toString());
            }
        }
        return !next.isEmpty();
    }
}
