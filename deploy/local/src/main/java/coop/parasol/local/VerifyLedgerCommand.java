package coop.parasol.local;

import coop.parasol.local.ledger.LedgerProof;
import coop.parasol.local.servers.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves a copy of the books, without the system that made it. */
@Command(
        name = "verify-ledger",
        description = {
            "Verify a file from GET /ledger/proof: that it belongs to the books, and that nothing in it was changed.",
            "Works offline. Keep the head that it prints, and give it the next time: then nobody can rewrite what was before."
        })
final class VerifyLedgerCommand implements Callable<Integer> {

    private static final int FAULTY = 1;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(
            names = "--head",
            paramLabel = "ENTRY:DIGEST",
            description = "A head that was kept; the books must still hold it.")
    private @Nullable String head;

    @Override
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Trouble("There is no file " + file + " that can be read.");
        }
        LedgerProof.Result result;
        try {
            result = LedgerProof.verify(file, head);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read as a ledger proof: " + e.getMessage());
        }
        String whose = result.member() == null ? "all of the books" : "the part of member " + result.member();
        System.out.println(
                file + ": " + whose + ", " + result.shown() + " entries in clear, " + result.links() + " links.");
        if (result.holds()) {
            System.out.println("Nothing was rewritten. Keep this head: " + result.head());
            return 0;
        }
        result.faults().forEach(fault -> System.out.println("  " + fault));
        System.out.println(result.faults().size() + " faults: this is not what the firm has booked.");
        return FAULTY;
    }
}
