package coop.parasol.portal.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Prices as they are pasted. */
class PriceLinesTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    @Test
    void a_line_of_titles_is_left_out_and_blank_lines_too() {
        assertThat(PriceLines.prices(
                        "product\tgrade\ttier\tfrom\tunit\tprice\n\nBRASS-LAMP\tA\tRETAIL\t1\tC62\t1250.00\n",
                        "INR",
                        INDIA))
                .isEqualTo(read(3, price("RETAIL", "1", "1250.00")));
    }

    @Test
    void a_day_is_the_moment_at_which_it_begins_in_the_firms_zone() {
        assertThat(PriceLines.prices("BRASS-LAMP; A; RETAIL; 1; C62; 1250.00; 2026-12-01", "INR", INDIA)
                        .values()
                        .getFirst()
                        .validFrom())
                .isEqualTo("2026-11-30T18:30:00Z");
    }

    @Test
    void in_the_place_of_a_line_that_cannot_be_read_there_is_none_so_that_the_service_looks_at_the_others() {
        assertThat(PriceLines.prices("LAMP,A,RETAIL,1,C62,dear\nLAMP,B,RETAIL,1,C62,9.00", "INR", INDIA)
                        .sound())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.getFirst()).isNull())
                .satisfies(lines -> assertThat(lines.getLast()).isNotNull());
    }

    @Test
    void every_line_that_has_no_number_day_or_id_is_named_with_its_column_and_code() {
        String file = """
                product;grade;partnerId;minimumQuantity;unit;unitPrice;per;validFrom
                LAMP;A;bazaar;1;C62;1.00;1;
                LAMP;A;;1.5;C62;1,25;ten;soon
                LAMP;A;;１;C62;１.50;1,000;2026-12-01
                """;

        assertThat(PriceLines.prices(file, "INR", INDIA).bad())
                .extracting(PriceLines.BadLine::number, PriceLines.BadLine::field, PriceLines.BadLine::code)
                .containsExactly(
                        tuple(2, "partnerId", "malformed-id"),
                        tuple(3, "per", "malformed-number"),
                        tuple(3, "minimumQuantity", "malformed-quantity"),
                        tuple(3, "unitPrice", "malformed-price"),
                        tuple(3, "validFrom", "malformed-day"));
    }

    @Test
    void a_column_that_nobody_knows_is_named_and_so_is_a_cell_beyond_the_last_column() {
        String file = """
                product;grade;tier;minimumQuantity;unit;unitPrice;perUnits
                LAMP;A;RETAIL;1;C62;1025;1000
                LAMP;B;RETAIL;1;C62;925;1000;note
                """;

        assertThat(PriceLines.prices(file, "INR", INDIA).bad())
                .extracting(PriceLines.BadLine::number, PriceLines.BadLine::field, PriceLines.BadLine::code)
                .containsExactly(tuple(2, "perUnits", "unknown-column"), tuple(3, "column-8", "unknown-column"));
        assertThat(PriceLines.differentials("LAMP;B;0.9;note").bad())
                .extracting(PriceLines.BadLine::list, PriceLines.BadLine::field)
                .containsExactly(tuple("differentials", "column-4"));
    }

    @Test
    void a_line_of_titles_in_any_language_is_left_out() {
        assertThat(PriceLines.prices("製品,等級,価格区分,最小数量,単位,単価\nBRASS-LAMP,A,RETAIL,1,C62,1250.00", "INR", INDIA))
                .isEqualTo(read(2, price("RETAIL", "1", "1250.00")));
    }

    @Test
    void a_file_may_name_groups_partners_bases_and_ends_in_any_order() {
        String file = String.join(
                "\r\n",
                "\uFEFFper,unitPrice,partnerGroup,product,grade,unit,minimumQuantity,validUntil",
                "1000,102.5,CHAIN,LAMP,A,C62,5000,2027-01-01T00:00:00+05:30",
                "");

        assertThat(PriceLines.prices(file, "INR", INDIA).values())
                .containsExactly(new PricingClient.NewPrice(
                        "LAMP",
                        "A",
                        null,
                        "CHAIN",
                        null,
                        new PricingClient.Measure("5000", "C62"),
                        new PricingClient.SumPer("102.5", "INR", 1000),
                        null,
                        "2026-12-31T18:30:00Z"));
    }

    @Test
    void a_list_that_is_written_as_a_file_comes_back_as_it_was_and_no_cell_of_it_is_a_formula() {
        PricingClient.Price price = new PricingClient.Price(
                new UUID(0, 1),
                "=LAMP",
                "A",
                null,
                null,
                new UUID(7, 7),
                Quantity.of(5000, "C62"),
                UnitPrice.of("102.5", "INR", 1000),
                Instant.parse("2026-11-30T18:30:00Z"),
                null);
        String file = WholePriceListPages.csv(List.of(price), INDIA);

        assertThat(file).contains("'=LAMP,A,,,");
        assertThat(PriceLines.prices(file.replace("'=", ""), "INR", INDIA))
                .isEqualTo(read(
                        2,
                        new PricingClient.NewPrice(
                                "LAMP",
                                "A",
                                null,
                                null,
                                new UUID(7, 7),
                                new PricingClient.Measure("5000", "C62"),
                                new PricingClient.SumPer("102.50", "INR", 1000),
                                "2026-11-30T18:30:00Z",
                                null)));
    }

    @Test
    void a_price_far_below_a_coin_comes_back_from_a_file() {
        PricingClient.Price price = new PricingClient.Price(
                new UUID(0, 1),
                "LAMP",
                "A",
                "RETAIL",
                null,
                null,
                Quantity.of(1, "C62"),
                UnitPrice.of("0.0000005", "INR", 1),
                Instant.parse("2026-11-30T18:30:00Z"),
                null);

        assertThat(PriceLines.prices(WholePriceListPages.csv(List.of(price), INDIA), "INR", INDIA)
                        .bad())
                .isEmpty();
    }

    @Test
    void a_first_line_with_a_number_in_it_is_no_line_of_titles() {
        assertThat(PriceLines.prices("LAMP,A,RETAIL,1,C62,dear\nLAMP,B,RETAIL,1,C62,9.00", "INR", INDIA)
                        .bad())
                .extracting(PriceLines.BadLine::number, PriceLines.BadLine::code)
                .containsExactly(tuple(1, "malformed-price"));
    }

    @Test
    void standard_costs_are_read_with_their_base() {
        assertThat(PriceLines.costs("product,grade,cost,per\nLAMP,A,95.5,100\n", "INR")
                        .values())
                .containsExactly(
                        new PricingClient.NewUnitCost("LAMP", "A", new PricingClient.SumPer("95.5", "INR", 100)));
    }

    @Test
    void cells_that_are_missing_are_left_out() {
        assertThat(PriceLines.prices("product,grade,tier,from,unit,price\nBRASS-LAMP,A", "INR", INDIA))
                .isEqualTo(read(
                        2,
                        new PricingClient.NewPrice(
                                "BRASS-LAMP",
                                "A",
                                null,
                                null,
                                null,
                                new PricingClient.Measure(null, null),
                                new PricingClient.SumPer(null, "INR", null),
                                null,
                                null)));
    }

    private static PriceLines.Read<PricingClient.NewPrice> read(int number, PricingClient.NewPrice price) {
        return new PriceLines.Read<>(List.of(new PriceLines.Line<>(number, price)), List.of());
    }

    private static PricingClient.NewPrice price(String tier, String from, String amount) {
        return new PricingClient.NewPrice(
                "BRASS-LAMP",
                "A",
                tier,
                null,
                null,
                new PricingClient.Measure(from, "C62"),
                new PricingClient.SumPer(amount, "INR", null),
                null,
                null);
    }

    @Test
    void factors_of_grades_are_read_without_their_titles() {
        assertThat(PriceLines.differentials("product,grade,factor\nBRASS-LAMP,B,0.8\n")
                        .values())
                .containsExactly(new PricingClient.Differential("BRASS-LAMP", "B", new BigDecimal("0.8")));
    }
}
