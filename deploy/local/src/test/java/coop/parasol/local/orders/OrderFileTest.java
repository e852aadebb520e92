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
    void the_decimal_sign_is_what_all_numbers_of_the_file_say() throws IOException {
        String day = ";2010-12-31;";
        assertThat(quantities(HEADER + "1;A;X;2,500" + day + "9;7;IN\n2;A;Y;0,250" + day + "9;7;IN\n"))
                .containsExactly("2.500", "0.250");
        assertThat(quantities(HEADER + "1;A;X;2,500" + day + "9.75;7;IN\n")).containsExactly("2500");
        assertThat(quantities(HEADER + "1;A;X;1,25,000" + day + "9;7;IN\n")).containsExactly("125000");
        assertThat(quantities(HEADER + "1;A;X;1" + day + "20\u00A0317,65;7;IN\n2;A;Y;3\u202F000" + day + "1,5;7;IN\n"))
                .containsExactly("1", "3000");
    }

    @Test
    void a_decimal_sign_that_no_number_says_is_asked_for_and_one_that_two_say_refuses_the_file() {
        String day = ";2010-12-31;";
        assertThatThrownBy(() -> quantities(HEADER + "1;A;X;2,500" + day + "9;7;IN\n"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("--decimal");
        assertThatThrownBy(() -> quantities(HEADER + "1;A;X;0.250" + day + "9,75;7;IN\n"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("contradict");
    }

    @Test
    void a_title_or_a_line_with_the_separator_may_stand_before_the_header() throws IOException {
        String row = "1;A;X;1;2010-12-31;9;7;IN\n";
        assertThat(quantities("sep=;\n" + HEADER + row)).containsExactly("1");
        assertThat(quantities("Orders of December;;;;;;;\n;;;;;;;\n" + HEADER + row))
                .containsExactly("1");
    }

    @Test
    void words_for_nothing_and_spoiled_numbers_are_rejected_with_the_reason() throws IOException {
        assertThat(reasons(HEADER + "1;4.0071E12;X;1;2010-12-31;9;7;IN\n"
                        + "2;A;X;1;2010-12-31;9;N/A;IN\n"
                        + "3;A;X;1;2010-12-31;9;815.0;IN\n"
                        + "4;NULL;X;1;2010-12-31;9;7;IN\n"
                        + "#REF!;A;X;1;2010-12-31;9;7;IN\n"))
                .containsExactly(
                        "spoiled number", "no customer", "spoiled number", "no product code", "no order number");
    }

    @Test
    void a_row_that_cannot_be_read_as_text_costs_itself_alone() throws IOException {
        assertThat(reasons(HEADER + "1;A;a\u0000b;1;2010-12-31;9;7;IN\n2;A;X;1;2010-12-31;9;7;IN\n"))
                .containsExactly("unreadable text");
        byte[] mixed = (HEADER + "1;A;Gr\u00fc\u00dfe;1;2010-12-31;9;7;IN\n2;A;Gr@e;1;2010-12-31;9;7;IN\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = mixed[i] == '@' ? (byte) 0xFC : mixed[i];
        }
        assertThat(reasons(mixed)).containsExactly("unreadable text");
    }

    @Test
    void western_bytes_after_a_long_text_of_ascii_are_detected() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int row = 0; row < 25; row++) {
            text.append(row).append(";A;").append("y".repeat(90_000)).append(";1;2010-12-31;9;7;IN\n");
        }
        text.append("99;A;Caf\u00e9;1;2010-12-31;9;7;IN\n");

        assertThat(read(text.toString(), Charset.forName("windows-1252")))
                .last()
                .isEqualTo("Caf\u00e9 9 IN");
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
        DatePattern two = new DatePattern("d/M/uu");

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
            public void rejected(long line, String reason, CSVRecord csv, String order) {
                rows.add((reason.startsWith("unbalanced quote:") ? "unbalanced" : "rejected") + " in line " + line);
            }
        });
        return rows;
    }

    private List<String> quantities(String text) throws IOException {
        List<String> quantities = new ArrayList<>();
        open(text.getBytes(StandardCharsets.UTF_8)).forEachRow(new OrderFile.RowHandler() {
            @Override
            public void row(OrderRow row, CSVRecord csv) {
                quantities.add(row.quantity().toPlainString());
            }

            @Override
            public void rejected(long line, String reason, CSVRecord csv, String order) {
                quantities.add(reason);
            }
        });
        return quantities;
    }

    private List<String> reasons(String text) throws IOException {
        return reasons(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> reasons(byte[] text) throws IOException {
        List<String> reasons = new ArrayList<>();
        open(text).forEachRow(new OrderFile.RowHandler() {
            @Override
            public void row(OrderRow row, CSVRecord csv) {}

            @Override
            public void rejected(long line, String reason, CSVRecord csv, String order) {
                reasons.add(reason.substring(0, reason.indexOf(':')));
            }
        });
        return reasons;
    }

    private OrderFile open(byte[] text) throws IOException {
        return OrderFile.open(Files.write(folder.resolve("open.csv"), text), NOTHING);
    }
}
