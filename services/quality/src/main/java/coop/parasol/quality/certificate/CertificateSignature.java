package coop.parasol.quality.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The signed form of a certificate. Its claims are those of a JWT (RFC 7519) where there is one for the purpose; it names neither the
 * producer nor the auditor. Ed25519 gives the same content always the same signature (RFC 8032), so that it does not matter who
 * signs it, when, and how often.
 */
@ApplicationScoped
class CertificateSignature {

    private static final String TYPE = "parasol-certificate+jwt";

    private final SigningKeys signingKeys;
    private final ObjectMapper json;
    private final CertificateTexts texts;

    CertificateSignature(SigningKeys signingKeys, ObjectMapper json, CertificateTexts texts) {
        this.signingKeys = signingKeys;
        this.json = json;
        this.texts = texts;
    }

    /** The certificate as JWS: the stored one, or what will be stored in a moment. */
    String of(Certificate certificate) {
        return certificate.jws == null ? sign(certificate) : certificate.jws;
    }

    private String sign(Certificate certificate) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        header.put("kid", certificate.kid);
        header.put("typ", TYPE);
        return Jws.sign(bytes(header), bytes(claims(certificate)), signingKeys.privateKey(certificate.kid));
    }

    private Map<String, Object> claims(Certificate certificate) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", certificate.issuer);
        claims.put("zoneinfo", texts.zone().getId());
        claims.put("sub", certificate.number);
        claims.put("iat", certificate.issuedAt.getEpochSecond());
        put(claims, "exp", certificate.expiresAt == null ? null : certificate.expiresAt.getEpochSecond());
        claims.put("product", certificate.product);
        claims.put("productName", certificate.productName);
        put(claims, "gtin", certificate.gtin);
        claims.put("lot", certificate.lot);
        claims.put("brandLot", certificate.brandLot);
        claims.put("grade", certificate.grade);
        claims.put("quantity", certificate.certified());
        put(claims, "bestBefore", Objects.toString(certificate.bestBefore, null));
        claims.put("standardVersion", certificate.standardVersion);
        put(claims, "release", certificate.release());
        return claims;
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
