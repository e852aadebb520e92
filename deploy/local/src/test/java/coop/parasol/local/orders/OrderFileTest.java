package coop.parasol.local.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.local.servers.OperatorException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format of an order file is detected. */
class OrderFileTest {

    private static final OrderFile.FormatOptions NOTHING = new OrderFile.FormatOptions(null, null, null, null, null);
    private static final String HEADER = "Invoice;StockCode;Description;Quantity;Date;Price;Customer;Country\n";

    @TempDir
    Path folder;

    @Test
    void day_and_month_are_distinguished_by_valid_dates_and_then_by_the_shorter_span() {
        assertThat(DatePattern.detect(List.of("1/12/2010", "2/12/2010", "3/12/2010"))
                        .pattern())
                .isEqualTo("d/M/u");
        assertThat(DatePattern.detect(List.of("12/1/2010", "12/2/2010", "12/3/2010"))
                        .pattern())
                .isEqualTo("M/d/u");
        assertThat(DatePattern.detect(List.of("12/31/2010", "1/1/2011")).pattern())
                .isEqualTo("M/d/u");
        assertThat(DatePattern.detect(List.of("2010-12-31T08:00", "2010-12-30 09:00"))
                        .pattern())
                .isEqualTo("u-M-d");
        assertThat(DatePattern.detect(List.of("31.12.2010")).pattern()).isEqualTo("d.M.u");
    }

    @Test
    void an_impossible_day_is_not_parsed() {
        assertThat(new DatePattern("d/M/u").parse("31/2/2010")).isEmpty();
        assertThat(new DatePattern("d/M/u").parse("29/2/2012")).isPresent();
    }

    @Test
    void the_detected_delimiter_splits_the_header_into_the_most_known_columns() {
        assertThat(CsvDialect.delimiter("InvoiceNo;Price, net;Quantity")).isEqualTo(';');
        assertThat(CsvDialect.delimiter("Invoice,Quantity,Price")).isEqualTo(',');
        assertThat(CsvDialect.delimiter("order\tqty\tprice")).isEqualTo('\t');
        assertThat(CsvDialect.delimiter("order|qty|price")).isEqualTo('|');
    }

    @Test
    void utf_8_utf_16_and_windows_1252_are_detected() throws IOException {
        String text = HEADER + "1;A;Tischläufer;1;2010-12-01;2,50;7;Germany\n";
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            String marked = charset.name().startsWith("UTF-16") ? "\uFEFF" + text : text;

            assertThat(read(marked, charset)).as(charset.name()).containsExactly("Tischläufer 2.50 DE");
        }
        assertThat(read("\uFEFF" + text, StandardCharsets.UTF_8)).containsExactly("Tischläufer 2.50 DE");
    }

    @Test
    void decimal_and_thousands_separators_of_both_conventions_are_detected() throws IOException {
        assertThat(read(
                        HEADER + "1;A;X;1;2010-12-01;1.234,50;7;IN\n2;A;Y;1;2010-12-01;0,5;7;IN\n",
                        StandardCharsets.UTF_8))
                .containsExactly("X 1234.50 IN", "Y 0.5 IN");
        assertThat(read(
                        HEADER + "1;A;X;1;2010-12-01;1,234.50;7;IN\n2;A;Y;1;2010-12-01;7;7;IN\n",
                        StandardCharsets.UTF_8))
                .containsExactly("X 1234.50 IN", "Y 7 IN");
    }

    @Test
    void quoted_delimiters_quoted_line_breaks_and_blank_lines_are_read() throws IOException {
        assertThat(read(
                        HEADER + "1;A;\"a; b\nc\";1;2010-12-01;1;7;IN\n\n2;A;d;x;2010-12-01;1;7;IN\n",
                        StandardCharsets.UTF_8))
                .containsExactly("a; b c 1 IN", "rejected in line 5");
    }

    @Test
    void a_stray_quote_spoils_its_own_line_only() throws IOException {
        String lines = HEADER
                + "1;A;\"6 PACK;1;2010-12-01;1;7;IN\n"
                + "2;A;b;1;2010-12-01;1;7;IN\n"
                + "3;A;\"c; \"\"c\"\"\";1;2010-12-01;1;7;IN\n"
                + "4;A;\"d\n\nd\";1;2010-12-01;1;7;IN\n"
                + "5;A;\"7 PACK;1;2010-12-01;1;7;IN\n"
                + "6;A;\"e\ne\";1;2010-12-01;1;7;IN\n"
                + "7;A;5\" f;1;2010-12-01;1;7;IN\n"
                + "8;A;g;1;2010-12-01;1;7;\"IN";
        List<String> expected = List.of(
                "unbalanced in line 2",
                "b 1 IN",
                "c; \"c\" 1 IN",
                "d  d 1 IN",
                "unbalanced in line 8",
                "e e 1 IN",
                "5\" f 1 IN",
                "unbalanced in line 12");

        assertThat(read(lines, StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(read(lines.replace("\n", "\r\n"), StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(read(
                        HEADER + "1;A;b;1;2010-12-01;1;7;IN\n2;A;\"6 PACK;1;2010-12-01;1;7;IN\n",
                        StandardCharsets.UTF_8))
                .containsExactly("b 1 IN", "unbalanced in line 3");
    }

    @Test
    void a_stray_quote_does_not_swallow_the_rows_up_to_the_next_quote() throws IOException {
        assertThat(read(
                        HEADER + "1;A;\"6 PACK;1;2010-12-01;1;7;IN\n"
                                + "2;A;b;1;2010-12-01;1;7;IN\n"
                                + "3;A;\"c\";1;2010-12-01;1;7;IN\n",
                        StandardCharsets.UTF_8))
                .containsExactly("unbalanced in line 2", "b 1 IN", "c 1 IN");
    }

    @Test
    void two_digit_years_are_of_this_century_and_years_before_1970_are_rejected() {
        DatePattern two = DatePattern.detect(List.of("01/12/10", "02/12/10 08:26", "03/12/10"));

        assertThat(two.pattern()).isEqualTo("d/M/uu");
        assertThat(two.parse("31/01/11")).contains(LocalDate.of(2011, 1, 31));
        assertThat(two.parse("31/01/2011")).isEmpty();
        assertThat(new DatePattern("d/M/u").parse("01/12/10")).isEmpty();
        assertThat(new DatePattern("d/M/u").parse("01/12/0010")).isEmpty();
        assertThat(new DatePattern("d/M/u").parse("31/12/1969")).isEmpty();
        assertThat(new DatePattern("d/M/u").parse("1/1/1970")).isPresent();
        assertThat(new DatePattern("d/M/u").parse("01/12/12010")).isEmpty();
        assertThat(new DatePattern("dd.MM.yyyy").parse("01.12.2010")).contains(LocalDate.of(2010, 12, 1));
        assertThatThrownBy(() -> new DatePattern("day"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("d/M/uu");
    }

    @Test
    void a_file_without_required_columns_is_refused_and_the_missing_ones_are_named() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "Invoice;Quantity\n1;2\n");

        assertThatThrownBy(() -> OrderFile.open(file, NOTHING))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("stockcode")
                .hasMessageContaining("What to do");
        assertThatThrownBy(() -> OrderFile.open(Files.createFile(folder.resolve("empty.csv")), NOTHING))
                .hasMessageContaining("is empty");
    }

    private List<String> read(String text, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("file.csv"), text.getBytes(charset));
        List<String> rows = new ArrayList<>();
        OrderFile.open(file, NOTHING).forEachRow(new OrderFile.RowHandler() {
            @Override
            public void row(OrderRow row, CSVRecord csv) {
                rows.add(row.name() + " " + row.price() + " " + row.country());
            }

            @Override
            public void rejected(long line, String reason, CSVRecord csv) {
                rows.add((reason.startsWith("unbalanced quote:") ? "unbalanced" : "rejected") + " in line " + line);
            }
        });
        return rows;
    }
}
