package coop.parasol.local;

import coop.parasol.local.client.Rest;
import coop.parasol.local.orders.OrderImport;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Trouble;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a wholesaler's order file. */
@Command(
        name = "import-orders",
        description = {
            "Make partners, products and orders of a wholesaler's order file (CSV with a header line).",
            "How it is written is recognised, or given. Importing it twice is importing it once."
        })
final class ImportOrdersCommand implements Callable<Integer> {

    private static final int INCOMPLETE = 2;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--delimiter", description = "What separates the columns: ; , | or a tab.")
    private @Nullable Character delimiter;

    @Option(names = "--decimal", description = "What separates decimals: , or .")
    private @Nullable Character decimal;

    @Option(
            names = "--dates",
            description = "How dates are written, such as d/M/u or u-M-d; d/M/uu if years have two digits.")
    private @Nullable String dates;

    @Option(names = "--charset", description = "How characters are written, such as UTF-8.")
    private @Nullable Charset charset;

    @Option(names = "--default-country", description = "ISO code for a country whose name is not known, such as GB.")
    private @Nullable String country;

    @Option(names = "--out", description = "Folder for the rejects (default: .parasol/imports).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Trouble("There is no file " + file + " that can be read.");
        }
        Installation installation = Parasol.installation();
        Path folder = out == null ? installation.home().resolve("imports") : out;
        Rest rest = new Rest(installation, line -> System.out.println("  " + line));
        OrderImport.Result result =
                new OrderImport(rest, file, folder, delimiter, decimal, dates, charset, country).run();
        return result.accountsForAll() ? 0 : INCOMPLETE;
    }
}
