package coop.parasol.quality.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of the public keys with which certificates are verified offline. */
@Path(JwksResource.ADDRESS)
@Tag(name = "Verification")
public class JwksResource {

    static final String ADDRESS = "/.well-known/jwks.json";

    /** A JSON Web Key Set (RFC 7517). */
    public record KeySet(List<Key> keys) {}

    /** A public Ed25519 key (RFC 8037); {@code kid} is its thumbprint (RFC 7638). */
    public record Key(String kty, String crv, String x, String kid, String use, String alg) {
        static Key of(SigningKey key) {
            return new Key("OKP", "Ed25519", Ed25519PublicKey.base64Url(key.publicKey), key.kid, "sig", "EdDSA");
        }
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getSigningKeys",
            summary = "Get the public keys of all certificates ever signed, for verifying certificates offline")
    public Response keys() {
        return Response.ok(new KeySet(SigningKey.all().stream().map(Key::of).toList()))
                .build();
    }
}
