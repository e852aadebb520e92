package coop.parasol.production.machine;

import coop.parasol.production.machine.rules.MachineToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Tokens of machines as they are issued. */
final class MachineFixture {

    private MachineFixture() {}

    static String issue(UUID machineId) {
        byte[] secret = new byte[MachineToken.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        MachineToken token = MachineToken.of(machineId, secret);
        QuarkusTransaction.requiringNew().run(() -> {
            Machine machine = Machine.findById(machineId);
            machine.tokenDigest = token.digest();
            machine.issuedAt = Instant.now();
        });
        return token.text();
    }
}
