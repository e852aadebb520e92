package coop.parasol.quality.certificate;

import coop.parasol.persistence.Columns;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Signs the certificates that were issued, when the decisions about their batches are committed, so that nobody waits for a
 * signature who waits for a lock of theirs. What a service that was killed has left is signed by the next look of any instance;
 * whoever asks for a certificate before that gets the same signature.
 */
@ApplicationScoped
class SignCertificates {

    private static final Logger LOG = Logger.getLogger(SignCertificates.class);
    private static final int CERTIFICATES_PER_TRANSACTION = 200;

    private static final String STORE = """
            with unsigned as (
                select number from certificate where number = any(:numbers) and jws is null
                 order by number for update skip locked
            )
            update certificate set jws = signed.jws
              from unsigned join unnest(:numbers, :signatures) as signed (number, jws) using (number)
             where certificate.number = unsigned.number
            """;

    private final Jdbi jdbi;
    private final CertificateSignature signature;
    private final TransactionSynchronizationRegistry transactions;
    private final AtomicBoolean waits = new AtomicBoolean();
    private final ExecutorService signer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("certificate-signer").factory());

    SignCertificates(Jdbi jdbi, CertificateSignature signature, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
        this.signature = signature;
        this.transactions = transactions;
    }

    /** To be called where a certificate is issued, in the transaction that issues it. */
    void afterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wake();
                }
            }
        });
    }

    private void wake() {
        if (!waits.compareAndSet(false, true)) {
            return;
        }
        try {
            signer.execute(this::signWaiting);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service ends; what is not signed is signed at its next start", e);
        }
    }

    @Scheduled(
            every = "{parasol.certificate.signing-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void signLeft() {
        wake();
    }

    private void signWaiting() {
        waits.set(false);
        try {
            while (signNext() == CERTIFICATES_PER_TRANSACTION) {
                LOG.debugf("%d certificates are signed", CERTIFICATES_PER_TRANSACTION);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Certificates could not be signed; it is tried again: %s", e);
        }
    }

    /** Returns how many were signed; no row is locked meanwhile. */
    private int signNext() {
        List<Certificate> unsigned =
                QuarkusTransaction.requiringNew().call(() -> Certificate.unsigned(CERTIFICATES_PER_TRANSACTION));
        if (unsigned.isEmpty()) {
            return 0;
        }
        List<String> signatures = new ArrayList<>();
        unsigned.forEach(certificate -> signatures.add(signature.of(certificate)));
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createUpdate(STORE)
                        .bindArray("numbers", String.class, Columns.of(unsigned, certificate -> certificate.number))
                        .bindArray("signatures", String.class, signatures)
                        .execute()));
    }

    @PreDestroy
    void end() {
        signer.shutdown();
    }
}
