package coop.parasol.local.orders;

import coop.parasol.local.client.Rest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The whole import, with what it did told at the end. */
public final class OrderImport {

    private final Rest rest;
    private final OrderFile file;
    private final Path rejectsFile;
    private final Path notesFile;

    /**
     * What is not given is recognised.
     *
     * @param folder for the files of rejects and notes
     * @throws coop.parasol.local.servers.Trouble if the file is none that can be read
     */
    public OrderImport(
            Rest rest,
            Path file,
            Path folder,
            @Nullable Character delimiter,
            @Nullable Character decimal,
            @Nullable String dates,
            @Nullable Charset charset,
            @Nullable String country) {
        this.rest = rest;
        this.file = OrderFile.open(file, new OrderFile.Given(delimiter, decimal, dates, charset, country));
        this.rejectsFile = folder.resolve(file.getFileName() + ".rejects.csv");
        this.notesFile = folder.resolve(file.getFileName() + ".prices.csv");
    }

    /**
     * What became of the rows: {@code rows = taken + the sum of rejected}.
     *
     * @param knownBefore orders that an earlier import has brought
     * @param rejected reason to number of rows
     */
    public record Result(
            long rows,
            long taken,
            long orders,
            long knownBefore,
            long partners,
            long products,
            Map<String, Long> rejected) {

        /** Whether every row of the file is either in an order or in the rejects. */
        public boolean accountsForAll() {
            return rows
                    == taken
                            + rejected.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
        }
    }

    public Result run() {
        Instant begin = Instant.now();
        Desk desk = new Desk(rest);
        rest.requireDemo("The import");
        Dialect dialect = file.dialect();
        System.out.printf(
                "Read as %s, separated by \"%s\", decimals by \"%s\", dates %s%n",
                dialect.charset(),
                dialect.delimiter() == '\t' ? "\\t" : dialect.delimiter(),
                dialect.decimal(),
                dialect.dates().pattern());
        Survey survey = new Survey();
        file.each(survey);
        desk.partners(survey.customers);
        desk.standards(survey.articles.values());
        desk.prices(survey.articles.values());
        try (CSVPrinter rejects = printer(rejectsFile, "line", "reason", "row");
                CSVPrinter notes =
                        printer(notesFile, "line", "order", "product", "price in the file", "price of the firm")) {
            Bar bar = new Bar("rows", survey.rows);
            Import orders = new Import(desk, rejects, notes, bar, begin);
            file.each(orders);
            orders.end();
            bar.end();
            Result result = new Result(
                    survey.rows,
                    orders.rowsTaken,
                    orders.orders,
                    orders.ordersKnownBefore,
                    survey.customers.size(),
                    survey.articles.size(),
                    orders.rejected);
            tell(result, orders);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Result result, Import orders) {
        System.out.printf(
                "%n%,d rows: %,d are in %,d orders (%,d of them known before) of %,d partners for %,d products.%n",
                result.rows(),
                result.taken(),
                result.orders(),
                result.knownBefore(),
                result.partners(),
                result.products());
        long rest =
                result.rejected().values().stream().mapToLong(Long::longValue).sum();
        System.out.printf("%,d rows were not taken; each with its line and reason: %s%n", rest, rejectsFile);
        result.rejected().forEach((reason, count) -> System.out.printf("  %,7d  %s%n", count, reason));
        if (orders.differentPrices > 0) {
            System.out.printf(
                    "%,d rows have another price in the file than the firm's published one, which counts: %s%n",
                    orders.differentPrices, notesFile);
        }
        System.out.println(
                result.accountsForAll() ? "Every row is accounted for." : "ROWS ARE MISSING: this must not happen.");
    }

    private static CSVPrinter printer(Path file, String... header) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        BufferedWriter writer = Files.newBufferedWriter(file);
        return CSVFormat.DEFAULT.builder().setHeader(header).get().print(writer);
    }
}
