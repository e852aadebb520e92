package coop.parasol.quality.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Puts the firm's signature under what is certified. Claims are those of a JWT (RFC 7519) where there is one for the
 * purpose; nobody is named in it, neither the producer nor the auditor.
 */
@ApplicationScoped
class SignCertificate {

    static final String TYPE = "parasol-certificate+jwt";
    private static final int FEW = 200;

    private final SigningKeys signingKeys;
    private final ObjectMapper json;
    private final String issuer;

    SignCertificate(
            SigningKeys signingKeys,
            ObjectMapper json,
            @ConfigProperty(name = "parasol.certificate.issuer") String issuer) {
        this.signingKeys = signingKeys;
        this.json = json;
        this.issuer = issuer;
    }

    void sign(Certificate certificate) {
        SigningKeys.InUse key = signingKeys.inUse();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        header.put("kid", key.kid());
        header.put("typ", TYPE);
        certificate.kid = key.kid();
        certificate.jws = Jws.sign(bytes(header), bytes(claims(certificate)), key.privateKey());
    }

    /** Signs what was certified before certificates were signed. */
    void start(@Observes StartupEvent event) {
        while (QuarkusTransaction.requiringNew().call(this::signFew) == FEW) {
            // the next few
        }
    }

    private int signFew() {
        List<Certificate> unsigned = Certificate.lockUnsigned(FEW);
        unsigned.forEach(this::sign);
        return unsigned.size();
    }

    private Map<String, Object> claims(Certificate certificate) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", certificate.number);
        claims.put("iat", certificate.issuedAt.getEpochSecond());
        put(claims, "exp", seconds(certificate.expiresAt));
        claims.put("product", certificate.product);
        claims.put("productName", certificate.productName);
        put(claims, "gtin", certificate.gtin);
        claims.put("lot", certificate.lot);
        claims.put("grade", certificate.grade);
        claims.put("quantity", certificate.certified());
        put(claims, "bestBefore", Objects.toString(certificate.bestBefore, null));
        claims.put("standardVersion", certificate.standardVersion);
        return claims;
    }

    private static @Nullable Long seconds(@Nullable Instant time) {
        return time == null ? null : time.getEpochSecond();
    }

    private static void put(Map<String, Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    private byte[] bytes(Map<String, Object> object) {
        try {
            return json.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
