package coop.parasol.quality.certificate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

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
            String last = "";
            while (last != null) {
                last = signNext(last);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Certificates could not be signed; it is tried again: %s", e);
        }
    }

    /**
     * Signs what waits behind a number; no row is locked meanwhile. One that cannot be signed is left out, and does not keep others
     * waiting.
     *
     * @return the last number that was looked at; null where nothing waits behind it
     */
    private @Nullable String signNext(String afterNumber) {
        List<Certificate> unsigned = QuarkusTransaction.requiringNew()
                .call(() -> Certificate.unsigned(afterNumber, CERTIFICATES_PER_TRANSACTION));
        Map<String, String> signatures = new LinkedHashMap<>();
        Map<String, RuntimeException> failures = new LinkedHashMap<>();
        for (Certificate certificate : unsigned) {
            try {
                signatures.put(certificate.number, signature.of(certificate));
            } catch (RuntimeException e) {
                failures.put(certificate.number, e);
            }
        }
        failures.entrySet().stream()
                .findFirst()
                .ifPresent(first -> LOG.errorf(
                        first.getValue(),
                        "%d certificates cannot be signed, of which %s is the first; it is tried again",
                        failures.size(),
                        first.getKey()));
        if (!signatures.isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> jdbi.useHandle(handle -> handle.createUpdate(STORE)
                            .bindArray("numbers", String.class, signatures.keySet())
                            .bindArray("signatures", String.class, signatures.values())
                            .execute()));
        }
        return unsigned.size() < CERTIFICATES_PER_TRANSACTION ? null : unsigned.getLast().number;
    }

    @PreDestroy
    void end() {
        signer.shutdown();
    }
}
