package coop.parasol.local.certificates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.parasol.contracts.SignedCertificate;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** Verifies a signed certificate that was saved as a file, with the firm's public keys. */
public final class CertificateFile {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private CertificateFile() {}

    /** As {@link SignedCertificate#verify}. */
    public static SignedCertificate.Verdict verify(String text, String keys, Instant now) {
        return SignedCertificate.verify(text, keys, CertificateFile::object, now);
    }

    private static Map<String, Object> object(String text) throws IOException {
        Map<String, Object> object = STRICT.readValue(text, OBJECT);
        if (object == null) {
            throw new JsonProcessingException("null is no object") {};
        }
        return object;
    }
}
