package coop.parasol.portal.mail;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** How many mails wait and how many have failed, for the administrator. */
@ApplicationScoped
public class MailHealth {

    private static final Logger LOG = Logger.getLogger(MailHealth.class);
    private static final Duration FAILED_SINCE = Duration.ofDays(7);

    private final MailQueue queue;
    private final MailServerSettings settings;
    private final FirmClock clock;

    MailHealth(MailQueue queue, MailServerSettings settings, FirmClock clock) {
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The mails of notices.
     *
     * @param configured whether there is a server that takes them
     * @param waiting to be sent, or to be tried again
     * @param failed for good in the last seven days
     */
    public record Mails(boolean configured, long waiting, long failed) {}

    /** How they stand; null where the portal's database does not say. */
    public @Nullable Mails mails() {
        try {
            MailQueue.Counts counts = queue.counts(clock.now().minus(FAILED_SINCE));
            return new Mails(settings.isConfigured(), counts.waiting(), counts.failed());
        } catch (JdbiException away) {
            LOG.warnf("Mails cannot be counted: %s", away.getMessage());
            return null;
        }
    }
}
