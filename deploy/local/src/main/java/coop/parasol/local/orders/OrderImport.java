package coop.parasol.local.orders;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.PrintableText;
import coop.parasol.csv.CsvWriter;
import coop.parasol.local.client.ParasolApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Imports a wholesaler's order file: creates the partners, product standards and prices that it names and that do not exist
 * yet, then places its orders. Rows that cannot be imported are written to a file of rejects with their line and reason.
 */
public final class OrderImport {

    private final ParasolApi api;
    private final OrderFile file;
    private final Path rejectsFile;
    private final Path priceDifferencesFile;

    /**
     * Reads the header and a sample of the file. A format option that is null is detected from them.
     *
     * @param folder where the files of rejects and of price differences are written
     * @throws coop.parasol.local.servers.OperatorException if the file cannot be read as an order file
     */
    public OrderImport(
            ParasolApi api,
            Path file,
            Path folder,
            @Nullable Character delimiter,
            @Nullable Character decimal,
            @Nullable String dates,
            @Nullable Charset charset,
            @Nullable String country) {
        this.api = api;
        this.file = OrderFile.open(file, new OrderFile.FormatOptions(delimiter, decimal, dates, charset, country));
        this.rejectsFile = folder.resolve(file.getFileName() + ".rejects.csv");
        this.priceDifferencesFile = folder.resolve(file.getFileName() + ".prices.csv");
    }

    /**
     * Counts of one import; {@code rows = acceptedRows + the sum of rejected} unless a row was lost.
     *
     * @param rows rows of the file after its header
     * @param acceptedRows rows that are lines of an accepted order
     * @param orders accepted orders
     * @param acceptedBefore those of the orders that an earlier import had placed
     * @param partners distinct customers of the file
     * @param products distinct products of the file
     * @param rejected number of rows by kind of reason
     */
    public record Result(
            long rows,
            long acceptedRows,
            long orders,
            long acceptedBefore,
            long partners,
            long products,
            Map<String, Long> rejected) {

        /** Whether every row of the file is either in an accepted order or among the rejects. */
        public boolean accountsForAllRows() {
            return rows
                    == acceptedRows
                            + rejected.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
        }
    }

    /**
     * Imports the file. May be repeated: what exists stays as it is, and an order that was accepted before is not placed again.
     *
     * @throws coop.parasol.local.servers.OperatorException if the demo users cannot sign in or a service does not respond
     */
    public Result run() {
        Instant startedAt = Instant.now();
        MasterDataImport masterData = new MasterDataImport(api);
        api.requireDemoUsers("The import");
        CsvDialect dialect = file.dialect();
        System.out.printf(
                "Reading the file as %s, columns separated by \"%s\", decimal separator \"%s\", dates as %s%n",
                dialect.charset(),
                dialect.delimiter() == '\t' ? "\\t" : dialect.delimiter(),
                dialect.decimal(),
                dialect.dates().pattern());
        OrderFileSummary summary = new OrderFileSummary();
        file.forEachRow(summary);
        masterData.createPartners(summary.customers);
        masterData.publishStandards(summary.products.values());
        masterData.publishPrices(summary.products.values());
        try (CsvWriter rejects = csvFile(rejectsFile, "line", "reason", "row");
                CsvWriter priceDifferences = csvFile(
                        priceDifferencesFile, "line", "order", "product", "price in the file", "published price")) {
            ProgressBar progress = new ProgressBar("rows", summary.rows);
            OrderSubmitter orders = new OrderSubmitter(
                    masterData, rejects, priceDifferences, progress, startedAt, summary, Period.of(api.today()));
            file.forEachRow(orders);
            progress.end();
            Result result = new Result(
                    summary.rows,
                    orders.rowsAccepted,
                    orders.orders,
                    orders.ordersAcceptedBefore,
                    summary.customers.size(),
                    summary.products.size(),
                    orders.rejected);
            printSummary(result, orders);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void printSummary(Result result, OrderSubmitter orders) {
        System.out.printf(
                "%n%,d rows: %,d are lines of %,d accepted orders (%,d of them from an earlier import), of %,d partners"
                        + " and %,d products.%n",
                result.rows(),
                result.acceptedRows(),
                result.orders(),
                result.acceptedBefore(),
                result.partners(),
                result.products());
        long rowsRejected =
                result.rejected().values().stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                "%,d rows were rejected; each is listed with its line and reason in %s%n", rowsRejected, rejectsFile);
        result.rejected()
                .forEach((reason, count) -> System.out.printf("  %,7d  %s%n", count, PrintableText.of(reason)));
        if (orders.differentPrices > 0) {
            System.out.printf(
                    "%,d rows have another price in the file than the published one, at which they were ordered: %s%n",
                    orders.differentPrices, priceDifferencesFile);
        }
        System.out.println(
                result.accountsForAllRows()
                        ? "Every row is accounted for."
                        : "ROWS ARE MISSING: please report this as a defect.");
    }

    private static CsvWriter csvFile(Path file, String... header) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        CsvWriter writer = new CsvWriter(Files.newBufferedWriter(file));
        writer.row(List.of(header));
        return writer;
    }
}
