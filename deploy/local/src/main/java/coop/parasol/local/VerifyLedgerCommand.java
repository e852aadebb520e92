package coop.parasol.local;

import coop.parasol.local.ledger.LedgerProofVerifier;
import coop.parasol.local.servers.OperatorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a ledger proof offline, without the system that made it; exit code 1 for faults, 3 if it cannot be compared with a kept head. */
@Command(
        name = "verify-ledger",
        description = {
            "Verify a file from GET /ledger/proof: that it belongs to the books, and that nothing in it was changed.",
            "Works offline. Keep the head that it prints, and give it the next time: then nobody can rewrite what was"
                    + " before."
        })
final class VerifyLedgerCommand implements Callable<Integer> {

    private static final int FAULTY = 1;
    private static final int KEPT_HEAD_NOT_PASSED = 3;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(
            names = "--head",
            paramLabel = "ENTRY:DIGEST",
            description = "A head that was kept; the books must still hold it.")
    private @Nullable String head;

    @Override
    public Integer call() {
        LedgerProofVerifier.Result result;
        try {
            result = LedgerProofVerifier.verify(VerifiedFile.readable(file), head);
        } catch (IOException e) {
            throw new OperatorException(file + " cannot be read as a ledger proof: " + e.getMessage());
        }
        String whose = result.member() == null ? "all of the books" : "the part of member " + result.member();
        VerifiedFile.print(file + ": " + whose + ", " + result.entriesInClear() + " entries in clear, " + result.links()
                + " links.");
        if (!result.faults().isEmpty()) {
            result.faults().forEach(fault -> VerifiedFile.print("  " + fault));
            VerifiedFile.print(result.faults().size() + " faults: this is not what the firm has booked.");
            return FAULTY;
        }
        accounts(result);
        if (result.keptEntryNotPassed() != null) {
            VerifiedFile.print(
                    "The file is right in itself, but it does not pass through entry " + result.keptEntryNotPassed()
                            + ": it says neither that the books still hold the head you kept nor that they do not.");
            VerifiedFile.print("Download it again with GET /ledger/proof?kept=" + result.keptEntryNotPassed() + ".");
            return KEPT_HEAD_NOT_PASSED;
        }
        VerifiedFile.print("Nothing was rewritten. Keep this head: " + result.head());
        return 0;
    }

    /** Only the member knows whether these are all of its accounts and whether they end here. */
    private static void accounts(LedgerProofVerifier.Result result) {
        if (result.member() == null) {
            return;
        }
        VerifiedFile.print(
                "The lines in clear leave the member's accounts at (debits positive; compare with its statement):");
        result.accounts()
                .forEach(account -> VerifiedFile.print("  account " + account.account() + ": "
                        + VerifiedFile.money(account.balance(), result.currency()) + " after entry " + account.entry()
                        + ", " + account.lines() + " lines"));
        if (result.accounts().isEmpty()) {
            VerifiedFile.print("  none; that is right only if its statement has no lines");
        }
    }
}
