package coop.parasol.quality.batch;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The draw of a sample as a producer does it again with its own means, by the description that quality publishes. */
final class ProducersDraw {

    private ProducersDraw() {}

    /** SHA-256 of the seed and a counter, modulo the lot size, plus one, without repetitions. */
    static List<Long> units(byte[] seed, long lotSize, int units) throws NoSuchAlgorithmException {
        List<Long> drawn = new ArrayList<>();
        for (long i = 0; drawn.size() < units; i++) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(seed);
            byte[] hash = sha.digest(ByteBuffer.allocate(Long.BYTES).putLong(i).array());
            long unit = new BigInteger(1, hash).mod(BigInteger.valueOf(lotSize)).longValue() + 1;
            if (!drawn.contains(unit)) {
                drawn.add(unit);
            }
        }
        return drawn;
    }
}
