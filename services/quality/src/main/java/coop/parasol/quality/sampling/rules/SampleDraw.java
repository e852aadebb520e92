package coop.parasol.quality.sampling.rules;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Which units of a lot are the sample. The seed is 32 random bytes; its digest SHA-256(seed) is published when the sample is
 * drawn, so that the firm can choose no other seed later, and the seed itself when the batch is decided, so that nobody
 * knows the units before. Anyone can then draw the same again: for i = 0, 1, 2, ... the number SHA-256(seed, i), with i as 8
 * bytes, most significant first, modulo the lot size, plus one, is the number of a unit; a unit that was drawn before is
 * skipped, and so is one that an earlier inspection has destroyed.
 */
public final class SampleDraw {

    /** Random bytes of a seed. */
    public static final int SEED_BYTES = 32;

    private SampleDraw() {}

    /**
     * The commitment to a seed, SHA-256 in hexadecimal.
     *
     * @param seed in hexadecimal
     */
    public static String digest(String seed) {
        return HexFormat.of().formatHex(sha256().digest(HexFormat.of().parseHex(seed)));
    }

    /**
     * Unit numbers from 1 to the lot size in the order in which they were drawn. The sample of a defect class
     * with a smaller plan is the first of them.
     *
     * @param seed in hexadecimal
     */
    public static List<Long> units(String seed, long lotSize, int sampleSize) {
        return units(seed, lotSize, sampleSize, Set.of());
    }

    /** @param destroyed units of the lot that an earlier inspection has used up */
    public static List<Long> units(String seed, long lotSize, int sampleSize, Set<Long> destroyed) {
        if (sampleSize >= lotSize - destroyed.size()) {
            return LongStream.rangeClosed(1, lotSize)
                    .boxed()
                    .filter(unit -> !destroyed.contains(unit))
                    .toList();
        }
        MessageDigest digest = sha256();
        byte[] bytes = HexFormat.of().parseHex(seed);
        Set<Long> drawn = new LinkedHashSet<>();
        for (long i = 0; drawn.size() < sampleSize; i++) {
            byte[] hash = digest.digest(ByteBuffer.allocate(bytes.length + Long.BYTES)
                    .put(bytes)
                    .putLong(i)
                    .array());
            long unit = new BigInteger(1, hash).mod(BigInteger.valueOf(lotSize)).longValueExact() + 1;
            if (!destroyed.contains(unit)) {
                drawn.add(unit);
            }
        }
        return List.copyOf(drawn);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
