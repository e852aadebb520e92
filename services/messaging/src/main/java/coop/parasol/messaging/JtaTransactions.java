package coop.parasol.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** The container's JTA transactions. */
@ApplicationScoped
class JtaTransactions implements Transactions {

    private static final int MAX_LONG_SECONDS = 3600;

    private final TransactionSynchronizationRegistry registry;

    JtaTransactions(TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void run(Runnable work) {
        run(QuarkusTransaction.requiringNew(), work);
    }

    @Override
    public void runLong(Runnable work) {
        run(QuarkusTransaction.requiringNew().timeout(MAX_LONG_SECONDS), work);
    }

    private static void run(TransactionRunnerOptions transaction, Runnable work) {
        try {
            transaction.run(work);
        } catch (QuarkusTransactionException e) {
            // it wraps an Error, which would look like a failure of the work and not of the process
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    @Override
    public void afterCommit(Runnable signal) {
        if (registry.getTransactionKey() == null) {
            throw new IllegalStateException("an event is decided inside a transaction");
        }
        if (registry.getResource(JtaTransactions.class) != null) {
            return;
        }
        registry.putResource(JtaTransactions.class, signal);
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    signal.run();
                }
            }
        });
    }
}
