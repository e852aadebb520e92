package coop.parasol.quality.certificate;

import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The firm's own keys: to make a new one is running the system, and decides nothing. */
@Path("/signing-keys")
@Tag(name = "Verification")
public class SigningKeyResource {

    private final SigningKeys signingKeys;
    private final Caller caller;

    SigningKeyResource(SigningKeys signingKeys, Caller caller) {
        this.signingKeys = signingKeys;
        this.caller = caller;
    }

    /** The key that signs from now on. */
    public record NewKey(String kid, Instant madeAt) {}

    @POST
    @RolesAllowed("administrator")
    @Idempotent
    @Transactional
    @Operation(summary = "Sign with a new key from now on; the old ones stay published")
    public Response rotate() {
        SigningKey key = signingKeys.rotate(caller.actor());
        return Response.created(URI.create(JwksResource.ADDRESS))
                .entity(new NewKey(key.kid, key.madeAt))
                .build();
    }
}
