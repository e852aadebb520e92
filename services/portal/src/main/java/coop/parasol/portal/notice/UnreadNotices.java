package coop.parasol.portal.notice;

import coop.parasol.portal.page.Person;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many notices wait for the person who looks, for the head of each page. In templates {@code inject:unreadNotices}. */
@Named("unreadNotices")
@RequestScoped
public class UnreadNotices {

    private static final Logger LOG = Logger.getLogger(UnreadNotices.class);

    /** A database that is away costs one page in so long its patience, and not each. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private static final AtomicLong ASK_AGAIN = new AtomicLong(Long.MIN_VALUE);

    private final UnreadCounts counts;
    private final Person person;

    UnreadNotices(UnreadCounts counts, Person person) {
        this.counts = counts;
        this.person = person;
    }

    /** The number; empty for none, and where it is not known. */
    public String count() {
        if (!person.isSignedIn() || !BlockingOperationControl.isBlockingAllowed()) {
            return "";
        }
        long again = ASK_AGAIN.get();
        if (again != Long.MIN_VALUE && System.nanoTime() - again < 0) {
            return "";
        }
        try {
            long unread = counts.of(Recipients.of(person), person.subject());
            ASK_AGAIN.set(Long.MIN_VALUE);
            return text(unread);
        } catch (RuntimeException away) {
            // the page is worth more than its count
            LOG.warnf("Unread notices cannot be counted: %s", away.getMessage());
            ASK_AGAIN.set(System.nanoTime() + PAUSE.toNanos());
            return "";
        }
    }

    /** As pages show it: nothing for none, digits, or that there are at least as many as are looked through. */
    static String text(long unread) {
        if (unread == 0) {
            return "";
        }
        return unread >= Inbox.LOOKED_THROUGH ? Inbox.LOOKED_THROUGH + "+" : Long.toString(unread);
    }
}
