package coop.parasol.membership.login;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Brings members' user accounts to Keycloak, again and again until it knows them; nothing else waits for it. */
@ApplicationScoped
public class SynchronizeLogins {

    private static final Logger LOG = Logger.getLogger(SynchronizeLogins.class);

    private final Logins logins;
    private final KeycloakUsers users;

    SynchronizeLogins(Logins logins, KeycloakUsers users) {
        this.logins = logins;
        this.users = users;
    }

    @Scheduled(every = "{parasol.membership.logins-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        while (QuarkusTransaction.requiringNew().call(this::synchronizeNext)) {
            LOG.debug("a login was brought to Keycloak");
        }
    }

    /** @return whether there may be another one */
    private boolean synchronizeNext() {
        Optional<Logins.Pending> next = logins.lockNext();
        next.ifPresent(this::synchronize);
        return next.isPresent();
    }

    private void synchronize(Logins.Pending login) {
        try {
            switch (login.desiredState()) {
                case ENABLED -> {
                    users.enable(login);
                    logins.markSynchronized(login, true);
                }
                case DISABLED ->
                    logins.markSynchronized(
                            login, users.disable(login.memberId(), login.knownAs(), login.email(), login.name()));
                case ERASED -> {
                    users.delete(login.memberId(), login.knownAs(), login.email());
                    logins.delete(login);
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("Keycloak does not know the account of member %s yet: %s", login.memberId(), e);
            logins.markFailed(login, e.toString());
        }
    }
}
