package coop.parasol.messaging;

import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Ends this process when it cannot do its work any more; whoever supervises it starts another. */
@ApplicationScoped
class ProcessEnd {

    private static final Logger LOG = Logger.getLogger(ProcessEnd.class);
    /** sysexits.h: internal software error. */
    private static final int EXIT_CODE = 70;

    void end(String reason, Throwable cause) {
        LOG.fatalf(cause, "This process ends: %s", reason);
        Quarkus.asyncExit(EXIT_CODE);
    }
}
