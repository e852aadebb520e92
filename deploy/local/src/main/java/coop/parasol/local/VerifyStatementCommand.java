package coop.parasol.local;

import coop.parasol.contracts.PrintableText;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.statement.BookedStatement;
import coop.parasol.local.statement.PayoutStatementVerifier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a producer's payout statement offline, without the system that made it; exit code 1 for faults. */
@Command(
        name = "verify-statement",
        description = {
            "Compute a payout statement anew from the figures of its pool: a file from the portal (Money, Statements).",
            "Works offline. Producers of the same pool have the same digest: compare it with others'."
        })
final class VerifyStatementCommand implements Callable<Integer> {

    private static final int FAULTY = 1;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(
            names = "--books",
            paramLabel = "PROOF",
            description = "A file from GET /ledger/proof: the books must hold the statement by these figures.")
    private @Nullable Path books;

    @Override
    public Integer call() {
        PayoutStatementVerifier.Result result;
        List<String> faults;
        try {
            result = PayoutStatementVerifier.verify(readable(file));
            faults = new ArrayList<>(result.faults());
        } catch (IOException e) {
            throw new OperatorException(file + " cannot be read as a payout statement: " + e.getMessage() + ".");
        }
        if (books != null) {
            try {
                faults.addAll(BookedStatement.faults(readable(books), result));
            } catch (IOException e) {
                throw new OperatorException(books + " cannot be read as a ledger proof: " + e.getMessage() + ".");
            }
        }
        print(file + ": " + result.product() + ", " + result.period() + ".");
        result.prices()
                .forEach((grade, price) -> print("  One unit of grade " + grade + " gets " + price.toPlainString() + " "
                        + result.currency() + ", from every producer."));
        if (!faults.isEmpty()) {
            faults.forEach(fault -> print("  " + fault));
            print(faults.size() + " faults: this does not follow from the figures of the pool.");
            return FAULTY;
        }
        if (result.borne() != 0) {
            print("  Borne for recalled goods, as others' statements say: " + money(result.borne(), result.currency()));
        }
        print("Every amount follows from the figures of the pool. Payable: "
                + money(result.payable(), result.currency()));
        print("All producers of the pool have this digest: " + result.digest());
        print(
                books == null
                        ? "To see that the books hold it, give --books a file from GET /ledger/proof."
                        : "The books hold it, by the same figures.");
        return 0;
    }

    private static Path readable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new OperatorException("There is no file " + path + " that can be read.");
        }
        return path;
    }

    private static String money(long minor, String currency) {
        return BigDecimal.valueOf(
                                minor,
                                Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()))
                        .toPlainString()
                + " " + currency;
    }

    /** What the file says is text from outside. */
    private static void print(String line) {
        System.out.println(PrintableText.of(line));
    }
}
