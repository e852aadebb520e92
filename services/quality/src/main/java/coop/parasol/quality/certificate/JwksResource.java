package coop.parasol.quality.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys that certificates are verified with. */
@Path(JwksResource.ADDRESS)
@Tag(name = "Verification")
public class JwksResource {

    static final String ADDRESS = "/.well-known/jwks.json";

    /** A set of keys (RFC 7517). */
    public record KeySet(List<Key> keys) {}

    /** A public key (RFC 8037); kid is its thumbprint. */
    public record Key(String kty, String crv, String x, String kid, String use, String alg) {
        static Key of(SigningKey key) {
            return new Key("OKP", "Ed25519", PublicKeys.base64(key.publicKey), key.kid, "sig", "EdDSA");
        }
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(summary = "Every key that ever signed a certificate, for verifying them offline")
    public Response keys() {
        return Response.ok(new KeySet(SigningKey.all().stream().map(Key::of).toList()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
