package coop.parasol.portal.page;

import coop.parasol.portal.client.ServiceProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Calls several services at the same time, each for its part of a page. */
@ApplicationScoped
public class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);

    private final ManagedExecutor executor;

    Parts(ManagedExecutor executor) {
        this.executor = executor;
    }

    /** Starts a call; the page waits for it where it asks for the part. */
    public <T> Pending<T> start(Supplier<T> call) {
        return new Pending<>(executor.supplyAsync(() -> part(call)));
    }

    /** Makes a call at once. */
    public <T> Part<T> load(Supplier<T> call) {
        return part(call);
    }

    /** A call that has been started. */
    public record Pending<T>(CompletableFuture<Part<T>> result) {

        /** Waits for the answer; the client's timeouts bound the wait. */
        public Part<T> await() {
            return result.join();
        }
    }

    private static <T> Part<T> part(Supplier<T> call) {
        try {
            return new Part<>(call.get(), null);
        } catch (ServiceProblem refused) {
            return new Part<>(null, refused.document());
        } catch (ProcessingException away) {
            LOG.warnf("A service does not answer: %s", away.getMessage());
            return new Part<>(null, ServiceProblem.unavailable().document());
        }
    }
}
