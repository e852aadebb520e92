package coop.parasol.quality.certificate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;

/** The firm's keys: the first is made when the service first starts, a new one when the administrator asks for it. */
@ApplicationScoped
class SigningKeys {

    /** Names the advisory lock under which keys are made; any constant of this service's own. */
    private static final long LOCK = 1020;

    private final Session database;
    private final SealedKeys sealedKeys;
    private final Clock clock;
    private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();

    SigningKeys(Session database, SealedKeys sealedKeys, Clock clock) {
        this.database = database;
        this.sealedKeys = sealedKeys;
        this.clock = clock;
    }

    /** A key that signs. */
    record InUse(String kid, PrivateKey privateKey) {}

    /** Fails the start where the kept key cannot be opened: rather none of the service than one that certifies nothing. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            lock();
            SigningKey.inUse().ifPresentOrElse(this::open, () -> make("quality"));
        });
    }

    InUse inUse() {
        SigningKey key = SigningKey.inUse().orElseThrow();
        return new InUse(key.kid, open(key));
    }

    private PrivateKey open(SigningKey key) {
        return opened.computeIfAbsent(key.kid, kid -> sealedKeys.open(key.sealed));
    }

    /** From now on a new key signs; the old one is only verified with. */
    SigningKey rotate(String actor) {
        lock();
        SigningKey.inUse().ifPresent(old -> {
            old.retiredAt = now();
            old.persistAndFlush();
        });
        return make(actor);
    }

    private void lock() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)", Integer.class)
                .setParameter(1, LOCK)
                .getSingleResult();
    }

    private SigningKey make(String actor) {
        KeyPair pair;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows Ed25519", e);
        }
        SigningKey key = new SigningKey();
        key.publicKey = PublicKeys.raw(pair.getPublic());
        key.kid = PublicKeys.kid(key.publicKey);
        key.sealed = sealedKeys.seal(pair.getPrivate());
        key.madeBy = actor;
        key.madeAt = now();
        key.persistAndFlush();
        return key;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
