package coop.parasol.production.machine.rules;

import coop.parasol.contracts.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * With what a machine signs in: {@code parasol-machine.<machine>.<secret>}, a bearer token (RFC 6750) that nobody can guess. Only its
 * digest is kept, so that whoever reads the database cannot sign in.
 *
 * @param secret 32 random bytes in hexadecimal
 */
public record MachineToken(UUID machineId, String secret) {

    /** How many random bytes a secret has: too many to be tried, so that a plain digest keeps it. */
    public static final int SECRET_BYTES = 32;

    /** With what every such token begins, and no other. */
    public static final String PREFIX = "parasol-machine.";

    private static final Pattern FORMAT =
            Pattern.compile("parasol-machine\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9a-f]{64})");

    /** @param secret {@link #SECRET_BYTES} random bytes */
    public static MachineToken of(UUID machineId, byte[] secret) {
        return new MachineToken(machineId, HexFormat.of().formatHex(secret));
    }

    /** What a caller has sent; empty if it is no such token. */
    public static Optional<MachineToken> parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.of(new MachineToken(UUID.fromString(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** As it is shown, once. */
    public String text() {
        return PREFIX + machineId + "." + secret;
    }

    /** SHA-256 of the secret, in hexadecimal. */
    public String digest() {
        return Sha256.hex(secret);
    }

    /** Whether this is the token of which that digest was kept; takes as long for a wrong one as for the right one. */
    public boolean isOf(String keptDigest) {
        return MessageDigest.isEqual(
                digest().getBytes(StandardCharsets.US_ASCII), keptDigest.getBytes(StandardCharsets.US_ASCII));
    }

    /** Without the secret, for logs. */
    @Override
    public String toString() {
        return PREFIX + machineId;
    }
}
