package coop.parasol.quality.batch.rules;

import java.time.LocalDate;

/**
 * The lot under which the firm sells a batch, printed beside the producer's own: a GTIN and it never name two batches. It is
 * a GS1 batch number, application identifier 10 (GS1 General Specifications 3.4.1): at most 20 characters of its set.
 */
public final class BrandLot {

    /** Bytes of randomness that {@link #of} needs. */
    public static final int RANDOM_BYTES = 5;

    /** Crockford's base 32: no letter that is read as a digit. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BITS = 5;
    private static final int MASK = 31;
    private static final int YEARS_SHOWN = 100;

    private BrandLot() {}

    /**
     * Year and day of the year on which the sample is drawn, and eight random characters, such as {@code 26332-7K3M9QX4}.
     * They are random and not counted, so that a service that is restored from a backup gives no number twice.
     *
     * @param random five random bytes
     */
    public static String of(LocalDate day, byte[] random) {
        long number = 0;
        for (byte each : random) {
            number = number << Byte.SIZE | (each & 0xFF);
        }
        StringBuilder lot = new StringBuilder("%02d%03d-".formatted(day.getYear() % YEARS_SHOWN, day.getDayOfYear()));
        for (int shift = random.length * Byte.SIZE - BITS; shift >= 0; shift -= BITS) {
            lot.append(ALPHABET.charAt((int) (number >> shift & MASK)));
        }
        return lot.toString();
    }
}
