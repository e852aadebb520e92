package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.orders.OrderImport;
import coop.parasol.local.orders.OrderImport.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order file creates partners, products and orders once, and every row is accounted for. */
class OrderImportTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();

    @TempDir
    Path folder;

    private final String tag = Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);

    @Test
    void a_continental_file_with_every_kind_of_defect_is_imported() throws IOException {
        Path file = write("continental.csv", StandardCharsets.UTF_8, """
            \uFEFFInvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country
            @1;@LAMP;"LAMP; 5"" TALL";6;1/12/2010 08:26;2,55;@17850;United Kingdom
            @1;@BOX;BOX;12;1/12/2010 08:26;1.003,39;@17850;United Kingdom
            C@1;@LAMP;LAMP;-6;1/12/2010 09:00;2,55;@17850;United Kingdom
            @2;@LAMP;LAMP;1;2/12/2010 10:00;2,95;;France
            @3;@LAMP;LAMP;1;2/12/2010 10:00;0;@3;France
            @4;@LAMP;LAMP;0;2/12/2010 10:00;1;@3;France
            @5;BANK CHARGES;X;1;2/12/2010 10:00;1;@3;France
            @6;@LAMP;LAMP;viele;2/12/2010 10:00;1;@3;France
            @7;@LAMP;LAMP;1;32/12/2010 10:00;1;@3;France
            @8;@LAMP;LAMP;1;2/12/2010 10:00;1;@3;Atlantis
            @9;@LAMP
            @10;@LAMP;LAMP;2;3/12/2010 10:00;9,99;@3;EIRE
            """);

        Result first = run(file, "dmy");
        Result second = run(file, "dmy");

        assertThat(first.rows()).isEqualTo(12);
        assertThat(first.acceptedRows()).isEqualTo(3);
        assertThat(first.orders()).isEqualTo(2);
        assertThat(first.acceptedBefore()).isZero();
        assertThat(first.partners()).isEqualTo(2);
        assertThat(first.products()).isEqualTo(2);
        assertThat(first.rejected())
                .isEqualTo(Map.of(
                        "cancellation", 1L,
                        "no customer", 1L,
                        "no price", 1L,
                        "no quantity", 1L,
                        "no product code", 1L,
                        "malformed number", 1L,
                        "malformed date", 1L,
                        "unknown country", 1L,
                        "malformed row", 1L));
        assertThat(first.accountsForAllRows()).isTrue();
        assertThat(second.acceptedRows()).isEqualTo(3);
        assertThat(second.acceptedBefore()).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("continental.csv.rejects.csv"))
                        .get(1))
                .startsWith("4,\"cancellation:");
        assertThat(Files.readAllLines(folder.resolve("continental.csv.prices.csv")))
                .as("the firm's price counts, not the file's")
                .hasSize(2);
    }

    @Test
    void an_american_file_in_windows_1252_is_imported() throws IOException {
        Path file = write("american.csv", Charset.forName("windows-1252"), """
            Invoice,Price,Quantity,StockCode,Description,Customer ID,Country,InvoiceDate
            @1,"1,250.00",2,@CAFE,CAFÉ SET,@1,USA,12/31/2010
            @1,3.50,1,@BOX,BOX,@1,USA,12/30/2010
            @2,3.50,4,@BOX,BOX,@2,Hong Kong,12/30/2010
            """);

        Result result = run(file);

        assertThat(result.acceptedRows()).isEqualTo(3);
        assertThat(result.orders()).isEqualTo(2);
        assertThat(SYSTEM.as("logistics-desk")
                        .get(SYSTEM.url("distribution") + "/catalogue/" + tag + "CAFE")
                        .jsonPath()
                        .getString("name"))
                .isEqualTo("CAFÉ SET");
    }

    @Test
    void an_order_with_too_many_lines_is_split() throws IOException {
        StringBuilder text = new StringBuilder("order\tsku\tqty\tdate\tprice\tcustomer\tcountry\n");
        for (int line = 0; line < 1100; line++) {
            text.append("@1\t@P").append(line % 7).append("\t1\t2026-11-20\t5.00\t@1\tIN\n");
        }
        Result result = run(write("long.csv", StandardCharsets.UTF_8, text.toString()));

        assertThat(result.acceptedRows()).isEqualTo(1100);
        assertThat(result.orders()).isEqualTo(3);
    }

    @Test
    void rows_of_one_order_that_are_not_adjacent_are_one_order_and_a_stray_quote_swallows_no_row() throws IOException {
        Path file = write("apart.csv", StandardCharsets.UTF_8, """
            order;sku;description;qty;date;price;customer;country
            @1;@BOX;BOX;1;01/12/10;5.00;@1;IN
            @2;@BOX;"6 PACK;1;01/12/10;5.00;@1;IN
            @3;@BOX;"BOX";1;02/12/10;5.00;@1;IN
            @1;@BOX;BOX;1;01/12/10;5.00;@1;IN
            """);

        Result first = run(file, "dmy");
        Result second = run(file, "dmy");

        assertThat(first.acceptedRows()).isEqualTo(3);
        assertThat(first.orders()).isEqualTo(2);
        assertThat(first.rejected()).isEqualTo(Map.of("unbalanced quote", 1L));
        assertThat(first.accountsForAllRows()).isTrue();
        assertThat(second.orders()).isEqualTo(2);
        assertThat(second.acceptedBefore()).isEqualTo(2);
    }

    private Path write(String name, Charset charset, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, List.of(text.replace("@", tag)), charset);
        return file;
    }

    private Result run(Path file) {
        return run(file, null);
    }

    private Result run(Path file, @Nullable String dates) {
        return new OrderImport(
                        new ParasolApi(SYSTEM.installation(), System.out::println),
                        file,
                        folder,
                        null,
                        null,
                        dates,
                        null,
                        null)
                .run();
    }
}
