package coop.parasol.local.season;

import java.math.BigInteger;

/** Bank accounts of made-up members: German IBANs with valid check digits (ISO 7064, MOD 97-10), at which no money arrives. */
public final class ExampleIban {

    private static final int MODULUS = 97;
    private static final String COUNTRY_AND_ZEROS = "131400";

    private ExampleIban() {}

    /** @param number of the account, at most ten digits */
    public static String of(int number) {
        String bban = "12030000%010d".formatted(number);
        int check = MODULUS
                + 1
                - new BigInteger(bban + COUNTRY_AND_ZEROS)
                        .mod(BigInteger.valueOf(MODULUS))
                        .intValue();
        return "DE%02d%s".formatted(check, bban);
    }
}
