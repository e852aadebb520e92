package coop.parasol.production.machine;

import coop.parasol.production.machine.rules.MachineToken;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A call with the token of a machine. */
final class MachineTokenRequest extends BaseAuthenticationRequest {

    private final MachineToken token;

    MachineTokenRequest(MachineToken token) {
        this.token = token;
    }

    MachineToken token() {
        return token;
    }
}
