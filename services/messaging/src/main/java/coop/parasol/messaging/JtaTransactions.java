package coop.parasol.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** The container's JTA transactions. */
@ApplicationScoped
class JtaTransactions implements Transactions {

    private final TransactionSynchronizationRegistry registry;

    JtaTransactions(TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
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
