package coop.parasol.quality.certificate;

import coop.parasol.messaging.AdministrativeActKind;
import coop.parasol.messaging.AdministrativeActs;
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

/** REST resource of the keys with which certificates are signed. Changing them decides nothing about certificates. */
@Path("/signing-keys")
@Tag(name = "Verification")
public class SigningKeyResource {

    private final SigningKeys signingKeys;
    private final AdministrativeActs acts;
    private final Caller caller;

    SigningKeyResource(SigningKeys signingKeys, AdministrativeActs acts, Caller caller) {
        this.signingKeys = signingKeys;
        this.acts = acts;
        this.caller = caller;
    }

    /** @param kid the thumbprint of the key that signs from now on (RFC 7638) */
    public record NewKey(String kid, Instant createdAt) {}

    @POST
    @RolesAllowed("administrator")
    @Idempotent
    @Transactional
    @Operation(summary = "Sign certificates with a new key from now on; the old keys stay published")
    public Response rotate() {
        SigningKey key = signingKeys.rotate(caller.actor());
        acts.record(caller.actor(), AdministrativeActKind.NEW_SIGNING_KEY, key.kid);
        return Response.created(URI.create(JwksResource.ADDRESS))
                .entity(new NewKey(key.kid, key.createdAt))
                .build();
    }
}
