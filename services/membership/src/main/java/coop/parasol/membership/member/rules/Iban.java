package coop.parasol.membership.member.rules;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An international bank account number (ISO 13616): its country's length, and check digits that are right. */
public final class Iban {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /** Check digits are 98 less a remainder, so 02 to 98; these are congruent to others and pass the division all the same. */
    private static final Set<String> NEVER_COMPUTED = Set.of("00", "01", "99");

    /** Countries of the IBAN registry with the length of their numbers. */
    private static final Map<String, Integer> LENGTHS =
            lengths("15 NO; 16 BE; 18 DK FI FK FO GL NL SD; 19 MK SI; 20 AT BA EE KZ LT LU MN XK; 21 CH HR LI LV;"
                    + " 22 BG BH CR DE GB GE IE ME RS VA; 23 AE GI IL IQ OM SO TL;"
                    + " 24 AD CZ ES MD PK RO SA SE SK TN VG; 25 LY PT ST; 26 IS TR;"
                    + " 27 BI DJ FR GR IT MC MR SM; 28 AL AZ BY CY DO GT HN HU LB NI PL SV;"
                    + " 29 BR EG PS QA UA; 30 JO KW MU YE; 31 MT SC; 32 LC; 33 RU");

    private Iban() {}

    /** Without blanks and in capitals; empty if it is no such number. */
    public static Optional<String> normal(String text) {
        String iban = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") || NEVER_COMPUTED.contains(iban.substring(2, 4))) {
            return Optional.empty();
        }
        Integer length = LENGTHS.get(iban.substring(0, 2));
        return length != null && length == iban.length() && remainder(iban) == 1 ? Optional.of(iban) : Optional.empty();
    }

    /** ISO 7064, modulo 97-10: the first four to the end, letters as 10 to 35. */
    private static int remainder(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue();
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String line : table.split(";", -1)) {
            String[] words = line.strip().split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                lengths.put(words[i], Integer.valueOf(words[0]));
            }
        }
        return Map.copyOf(lengths);
    }
}
