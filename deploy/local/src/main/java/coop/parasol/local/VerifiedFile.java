package coop.parasol.local;

import coop.parasol.contracts.PrintableText;
import coop.parasol.local.servers.OperatorException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;

/** What commands that verify a file from outside have in common: its text and its amounts may be anything. */
final class VerifiedFile {

    private VerifiedFile() {}

    /** @throws OperatorException if there is no such file, or it cannot be read */
    static Path readable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new OperatorException("There is no file " + path + " that can be read.");
        }
        return path;
    }

    /** Minor units as an amount, in whatever a file calls its currency. */
    static String money(long minor, String currency) {
        try {
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
        } catch (IllegalArgumentException e) {
            return minor + " minor units";
        }
    }

    /** A line without what would steer a terminal. */
    static void print(String line) {
        System.out.println(PrintableText.of(line));
    }
}
