package coop.parasol.quality.certificate;

import coop.parasol.firm.FirmClock;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/** The firm's signing keys: the first is created when the service first starts, a new one when the administrator asks for it. */
@ApplicationScoped
class SigningKeys {

    /** Names the advisory lock under which keys are created; any constant of this service's own. */
    private static final long ADVISORY_LOCK = 1020;

    private final Jdbi jdbi;
    private final PrivateKeyEncryption encryption;
    private final FirmClock clock;
    private final Map<String, PrivateKey> decrypted = new ConcurrentHashMap<>();

    SigningKeys(Jdbi jdbi, PrivateKeyEncryption encryption, FirmClock clock) {
        this.jdbi = jdbi;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Fails the start of the service where the stored key cannot be decrypted, because it could certify nothing. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            lock();
            SigningKey.current().ifPresentOrElse(this::privateKey, () -> create("quality"));
        });
    }

    /** The key that signs certificates that are issued now. */
    String currentKid() {
        return SigningKey.current().orElseThrow().kid;
    }

    /** The key that signs a certificate that was issued while it was the current one. */
    PrivateKey privateKey(String kid) {
        PrivateKey known = decrypted.get(kid);
        return known == null
                ? QuarkusTransaction.joiningExisting()
                        .call(() -> privateKey(
                                SigningKey.<SigningKey>findByIdOptional(kid).orElseThrow()))
                : known;
    }

    private PrivateKey privateKey(SigningKey key) {
        return decrypted.computeIfAbsent(key.kid, kid -> encryption.decrypt(key.encryptedPrivateKey));
    }

    /** From now on a new key signs what is issued; with the old one signatures are only verified. */
    SigningKey rotate(String actor) {
        lock();
        SigningKey.current().ifPresent(old -> {
            old.retiredAt = clock.now();
            old.persistAndFlush();
        });
        return create(actor);
    }

    private void lock() {
        jdbi.useHandle(handle -> handle.createQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .bind("lock", ADVISORY_LOCK)
                .mapTo(Integer.class)
                .one());
    }

    private SigningKey create(String actor) {
        KeyPair pair;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows Ed25519", e);
        }
        SigningKey key = new SigningKey();
        key.publicKey = Ed25519PublicKey.raw(pair.getPublic());
        key.kid = Ed25519PublicKey.thumbprint(key.publicKey);
        key.encryptedPrivateKey = encryption.encrypt(pair.getPrivate());
        key.createdBy = actor;
        key.createdAt = clock.now();
        key.persistAndFlush();
        return key;
    }
}
