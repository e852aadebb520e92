package coop.parasol.local;

import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.statement.BookedStatements;
import coop.parasol.local.statement.PayoutStatementVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
            result = PayoutStatementVerifier.verify(VerifiedFile.readable(file));
            faults = new ArrayList<>(result.faults());
        } catch (IOException e) {
            throw new OperatorException(file + " cannot be read as a payout statement: " + e.getMessage() + ".");
        }
        if (books != null) {
            try {
                BookedStatements booked = BookedStatements.read(VerifiedFile.readable(books));
                faults.addAll(booked.faults());
                faults.addAll(booked.faults(result));
            } catch (IOException e) {
                throw new OperatorException(books + " cannot be read as a ledger proof: " + e.getMessage() + ".");
            }
        }
        VerifiedFile.print(file + ": " + result.product() + ", " + result.period() + ".");
        result.prices()
                .forEach((grade, price) -> VerifiedFile.print("  One unit of grade " + grade + " gets "
                        + price.toPlainString() + " " + result.currency() + ", from every producer."));
        if (!faults.isEmpty()) {
            faults.forEach(fault -> VerifiedFile.print("  " + fault));
            VerifiedFile.print(faults.size() + " faults: this does not follow from the figures of the pool.");
            return FAULTY;
        }
        if (result.borne() != 0) {
            VerifiedFile.print("  Borne for recalled goods, as others' statements say: "
                    + VerifiedFile.money(result.borne(), result.currency()));
        }
        VerifiedFile.print("Every amount follows from the figures of the pool. Payable: "
                + VerifiedFile.money(result.payable(), result.currency()));
        VerifiedFile.print("All producers of the pool have this digest: " + result.digest());
        VerifiedFile.print(
                books == null
                        ? "To see that the books hold it, give --books a file from GET /ledger/proof."
                        : "The books hold it, by the same figures.");
        return 0;
    }
}
