package coop.parasol.local;

import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.orders.OrderImport;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a wholesaler's order file. */
@Command(
        name = "import-orders",
        description = {
            "Import a wholesaler's order file (CSV with a header line): its customers become partners, its orders are"
                    + " placed.",
            "The format is detected unless it is given. Importing a file again places no order twice."
        })
final class ImportOrdersCommand implements Callable<Integer> {

    private static final int INCOMPLETE = 2;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--delimiter", description = "Column separator: ; , | or a tab.")
    private @Nullable Character delimiter;

    @Option(names = "--decimal", description = "Decimal separator: , or .")
    private @Nullable Character decimal;

    @Option(
            names = "--dates",
            description = "Order of day, month and year: dmy, mdy or ymd; or a pattern such as d/M/u.")
    private @Nullable String dates;

    @Option(names = "--charset", description = "Character set, such as UTF-8.")
    private @Nullable Charset charset;

    @Option(names = "--default-country", description = "ISO code, such as GB, for rows whose country is not known.")
    private @Nullable String country;

    @Option(
            names = "--out",
            description = "Folder for the files of rejects and price differences (default: .parasol/imports).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new OperatorException("There is no readable file " + file
                    + ".\nWhat to do: give the path of a CSV file with a header line.");
        }
        Installation installation = Parasol.installation();
        Path folder = out == null ? installation.home().resolve("imports") : out;
        ParasolApi api = new ParasolApi(installation, line -> System.out.println("  " + line));
        OrderImport.Result result =
                new OrderImport(api, file, folder, delimiter, decimal, dates, charset, country).run();
        return result.accountsForAllRows() ? 0 : INCOMPLETE;
    }
}
