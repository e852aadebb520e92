package coop.parasol.portal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.Listed;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A list as a table: what its columns are, all its pages, and where it is cut. */
class CsvTableTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    record Line(int line) {}

    record Holdback(Money amount, LocalDate until) {}

    record Row(
            String name,
            @Nullable Money amount,
            Quantity quantity,
            Period period,
            Instant at,
            BigDecimal factor,
            boolean secret,
            @Nullable Holdback holdback,
            List<String> lots,
            Map<String, Integer> defectives,
            List<Line> lines) {}

    private static Row row(String name, @Nullable Money amount, @Nullable Holdback holdback) {
        return new Row(
                name,
                amount,
                Quantity.of("12.5", "KGM"),
                Period.parse("2026-W48"),
                Instant.parse("2026-11-22T18:30:00.123Z"),
                new BigDecimal("1E+2"),
                true,
                holdback,
                List.of("L1", "L2"),
                Map.of("MAJOR", 2),
                List.of(new Line(1)));
    }

    private static String name(List<String> path, ColumnWords.Part part) {
        return String.join(".", path) + (part == ColumnWords.Part.VALUE ? "" : "/" + part);
    }

    private static String table(CsvList.Source<Row> source) {
        return new CsvTable(KOLKATA, CsvTableTest::name, "It goes on.")
                .of(new CsvList<>("rows", Row.class, source), new CsvList.Filter(new MultivaluedHashMap<>()));
    }

    @Test
    void a_record_within_a_row_has_columns_of_its_own_and_a_list_of_records_none() {
        Holdback holdback = new Holdback(Money.of("1.00", "INR"), LocalDate.parse("2027-01-31"));
        String table = table((filter, after) -> new Listed<>(
                List.of(row("Asha", Money.of("-1234.50", "INR"), holdback), row("Bela", null, null)), null));

        assertThat(table.lines())
                .containsExactly(
                        "name,amount,amount/CURRENCY,quantity,quantity/UNIT,period,at,factor,secret,"
                                + "holdback.amount,holdback.amount/CURRENCY,holdback.until,lots,defectives",
                        "Asha,-1234.50,INR,12.5,KGM,2026-W48,2026-11-23T00:00:00+05:30,100,true,"
                                + "1.00,INR,2027-01-31,\"L1, L2\",MAJOR: 2",
                        "Bela,,,12.5,KGM,2026-W48,2026-11-23T00:00:00+05:30,100,true,,,,\"L1, L2\",MAJOR: 2");
    }

    @Test
    void a_spreadsheet_runs_no_text_of_it() {
        String table = table((filter, after) -> new Listed<>(List.of(row("=1+1", null, null)), null));

        assertThat(table.lines().skip(1)).first().asString().startsWith("'=1+1,");
    }

    @Test
    void all_pages_of_a_list_are_in_it() {
        List<@Nullable String> asked = new ArrayList<>();
        String table = table((filter, after) -> {
            asked.add(after);
            return new Listed<>(List.of(row("page " + after, null, null)), after == null ? "a" : null);
        });

        assertThat(asked).containsExactly(null, "a");
        assertThat(table.lines()).hasSize(3);
        assertThat(table).doesNotContain("It goes on.");
    }

    @Test
    void a_list_without_an_end_is_cut_and_the_table_says_so() {
        List<Row> page = Collections.nCopies(CsvList.PAGE, row("Asha", null, null));

        List<String> lines =
                table((filter, after) -> new Listed<>(page, "more")).lines().toList();

        assertThat(lines).hasSize(1 + CsvTable.MAX_ROWS + 1).last().isEqualTo("It goes on.");
    }

    @Test
    void a_table_is_below_the_address_of_its_list_with_the_same_filters() {
        Set<String> lists = Set.of("orders", "treasury/payables");

        assertThat(CsvDownloads.link(lists, "/orders?")).isEqualTo("/orders.csv");
        assertThat(CsvDownloads.link(lists, "/treasury/payables?state=OPEN&"))
                .isEqualTo("/treasury/payables.csv?state=OPEN");
        assertThat(CsvDownloads.link(lists, "/treasury/payables/7?")).isNull();
    }

    @Test
    void a_part_in_braces_of_the_address_is_a_filter_of_the_table() {
        Set<String> lists = Set.of("members/{memberId}", "members/{memberId}/entries");

        assertThat(CsvDownloads.link(lists, "/members/7?")).isEqualTo("/members/7.csv");
        assertThat(CsvDownloads.link(lists, "/members/7/entries?")).isEqualTo("/members/7/entries.csv");
        assertThat(CsvDownloads.link(lists, "/members/?")).isNull();
        assertThat(CsvDownloads.link(lists, "/members/7/payables?")).isNull();
        assertThat(CsvList.parts("members/{memberId}/entries", "members/7/entries"))
                .isEqualTo(Map.of("memberId", "7"));
    }

    @Test
    void an_empty_filter_filters_nothing() {
        CsvList.Filter filter =
                new CsvList.Filter(new MultivaluedHashMap<>(Map.of("state", " ", "awaitsDesk", "true")));

        assertThat(filter.text("state")).isNull();
        assertThat(filter.onlyIfTrue("awaitsDesk")).isTrue();
        assertThat(filter.onlyIfTrue("state")).isNull();
    }
}
