package coop.parasol.pricing.document.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.pricing.document.rules.DocumentFigures.Line;
import coop.parasol.pricing.document.rules.DocumentFigures.LineKind;
import coop.parasol.pricing.document.rules.DocumentFigures.Tax;
import coop.parasol.pricing.document.rules.DocumentTemplate.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A document comes to what its statement pays, whatever its tax; figures by hand for each country. */
class DocumentFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void in_india_a_composition_producer_and_one_of_exempt_goods_charge_no_tax() {
        // the first payout of the vector of pools: 400 of grade A at 9.07216495
        Tax composition = tax("IN-COMPOSITION", "3628.86", "INR", "STANDARD");
        Tax exempt = tax("IN-EXEMPT", "3628.86", "INR", "STANDARD");

        assertThat(composition)
                .isEqualTo(new Tax(
                        TaxCategory.O, BigDecimal.ZERO, null, Money.of("3628.86", "INR"), Money.of("0.00", "INR")));
        assertThat(exempt.category()).isEqualTo(TaxCategory.E);
        assertThat(exempt.taxable()).isEqualTo(Money.of("3628.86", "INR"));
    }

    @Test
    void in_japan_the_tax_in_the_payout_is_rounded_down_once_a_rate_and_document() {
        // 12,345 x 8 / 108 = 914.44..., 12,345 x 10 / 110 = 1,122.27...
        Tax reduced = tax("JP-PURCHASE", "12345", "JPY", "REDUCED");
        Tax standard = tax("JP-PURCHASE", "12345", "JPY", "STANDARD");

        assertThat(reduced.rate()).isEqualTo(BigDecimal.valueOf(8));
        assertThat(reduced.tax()).isEqualTo(Money.of("914", "JPY"));
        assertThat(reduced.taxable()).isEqualTo(Money.of("11431", "JPY"));
        assertThat(standard.tax()).isEqualTo(Money.of("1122", "JPY"));
        assertThat(standard.taxable()).isEqualTo(Money.of("11223", "JPY"));
        assertThat(tax("JP-PURCHASE", "-12345", "JPY", "REDUCED").tax()).isEqualTo(Money.of("-914", "JPY"));
    }

    @Test
    void in_the_union_a_small_enterprise_is_exempt_and_the_exemption_has_its_code() {
        Tax france = tax("FR-SMALL", "1000.00", "EUR", "STANDARD");

        assertThat(france.category()).isEqualTo(TaxCategory.E);
        assertThat(france.exemptionCode()).isEqualTo("VATEX-FR-FRANCHISE");
        assertThat(france.tax()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(tax("DE-SMALL", "1000.00", "EUR", "STANDARD").taxable()).isEqualTo(Money.of("1000.00", "EUR"));
    }

    @Test
    void of_a_price_with_german_tax_in_it_19_and_7_percent_are_rounded_half_up() {
        Map<String, String> file = Templates.file("DE-SMALL");
        file.putAll(Map.of(
                "tax-basis", "INCLUDED",
                "tax-category", "S",
                "rounding", "HALF_UP",
                "rate.STANDARD.2021-01-01", "19",
                "rate.REDUCED.2021-01-01", "7"));
        DocumentTemplate germany = Templates.read("DE-TAXED", file);

        // 100.00 x 19 / 119 = 15.966..., 100.00 x 7 / 107 = 6.542...
        assertThat(tax(germany, "100.00", "EUR", "STANDARD").tax()).isEqualTo(Money.of("15.97", "EUR"));
        assertThat(tax(germany, "100.00", "EUR", "REDUCED").tax()).isEqualTo(Money.of("6.54", "EUR"));
        assertThat(tax(germany, "119.00", "EUR", "STANDARD").taxable()).isEqualTo(Money.of("100.00", "EUR"));
    }

    @Test
    void tax_on_top_of_a_payout_is_computed_by_the_countrys_rates_and_rounded_half_up_by_its_size() {
        // 1,234.56 x 19 % = 234.5664, x 7 % = 86.4192; 0.05 x 10 % = 0.005; 999.90 x 5.5 % = 54.9945
        assertThat(onTop("DE-STANDARD", "1234.56", "STANDARD", DAY)).isEqualTo(Money.of("234.57", "EUR"));
        assertThat(onTop("DE-STANDARD", "1234.56", "REDUCED", DAY)).isEqualTo(Money.of("86.42", "EUR"));
        assertThat(onTop("DE-STANDARD", "-1234.56", "STANDARD", DAY)).isEqualTo(Money.of("-234.57", "EUR"));
        assertThat(onTop("AT-STANDARD", "1234.56", "STANDARD", DAY)).isEqualTo(Money.of("246.91", "EUR"));
        assertThat(onTop("AT-STANDARD", "0.05", "REDUCED", DAY)).isEqualTo(Money.of("0.01", "EUR"));
        assertThat(onTop("AT-STANDARD", "-0.05", "REDUCED", DAY)).isEqualTo(Money.of("-0.01", "EUR"));
        assertThat(onTop("FR-STANDARD", "999.90", "REDUCED", DAY)).isEqualTo(Money.of("54.99", "EUR"));
        assertThat(onTop("FR-STANDARD", "999.90", "STANDARD", DAY)).isEqualTo(Money.of("199.98", "EUR"));
        assertThat(tax("DE-STANDARD", "1234.56", "EUR", "STANDARD").taxable()).isEqualTo(Money.of("1234.56", "EUR"));
    }

    @Test
    void what_follows_a_document_has_the_rates_of_the_first_ones_day() {
        DocumentTemplate germany = Templates.of("DE-STANDARD");
        LocalDate lowered = LocalDate.of(2020, 12, 31);

        assertThat(DocumentFigures.rateDay(germany, lowered, DAY)).isEqualTo(lowered);
        assertThat(DocumentFigures.rateDay(germany, null, DAY)).isEqualTo(DAY);
        assertThat(DocumentFigures.rateDay(germany, LocalDate.of(1999, 1, 1), DAY))
                .as("of a day without a rate")
                .isEqualTo(DAY);
        assertThat(onTop("DE-STANDARD", "-100.00", "STANDARD", lowered)).isEqualTo(Money.of("-16.00", "EUR"));
    }

    private static Money onTop(String template, String amount, String rateClass, LocalDate day) {
        return DocumentFigures.of(Templates.of(template), stated(amount, "EUR"), rateClass, day)
                .taxOnTop();
    }

    @Test
    void a_supplement_and_a_charge_for_recalled_goods_sum_to_what_changes() {
        PayoutStatedV2 supplement = stated("830.00", "170.00", "0", "0");
        PayoutStatedV2 recalled = stated("0.00", "880.00", "880.00", "0");
        PayoutStatedV2 othersRecalled = stated("700.00", "830.00", "0", "0");
        PayoutStatedV2 borne = stated("600.00", "0", "0", "50.00");

        assertThat(lines(supplement))
                .containsExactly(
                        new Line(
                                LineKind.GOODS,
                                "A",
                                supplement.lines().getFirst().quantity(),
                                Money.of("830.00", "INR")),
                        new Line(LineKind.PAID_BEFORE, null, null, Money.of("-170.00", "INR")));
        assertThat(DocumentFigures.total(recalled)).isEqualTo(Money.of("-880.00", "INR"));
        assertThat(lines(recalled)).extracting(Line::kind).containsExactly(LineKind.GOODS, LineKind.PAID_BEFORE);
        assertThat(DocumentFigures.total(othersRecalled).isZero()).isTrue();
        assertThat(lines(othersRecalled))
                .contains(new Line(LineKind.NOT_ASKED_BACK, null, null, Money.of("130.00", "INR")));
        assertThat(lines(borne)).contains(new Line(LineKind.RECALLED_GOODS, null, null, Money.of("-50.00", "INR")));
    }

    @Test
    void what_a_settlement_pays_of_closed_pools_is_a_line_of_its_own() {
        PayoutStatedV2 stated = Payouts.withLate(stated("830.00", "170.00", "0", "0"), "40.00", "15.00");

        assertThat(DocumentFigures.total(stated)).isEqualTo(Money.of("685.00", "INR"));
        assertThat(lines(stated))
                .extracting(Line::kind)
                .containsExactly(LineKind.GOODS, LineKind.PAID_BEFORE, LineKind.CLOSED_POOLS);
        assertThat(lines(stated).getLast().amount()).isEqualTo(Money.of("25.00", "INR"));
    }

    @Test
    void over_random_payouts_lines_and_taxes_sum_to_what_the_statement_pays_and_the_tax_on_top() {
        Random random = new Random(20261130);
        List<String> templates = List.of(
                "IN-COMPOSITION",
                "IN-EXEMPT",
                "JP-PURCHASE",
                "JP-CO-OPERATIVE",
                "DE-SMALL",
                "DE-STANDARD",
                "FR-STANDARD");
        for (int run = 0; run < 20_000; run++) {
            long earned = random.nextLong(10_000_000_000L);
            long before = random.nextBoolean() ? 0 : random.nextLong(10_000_000_000L);
            long charged = earned < before && random.nextBoolean() ? random.nextLong(before - earned + 1) : 0;
            PayoutStatedV2 stated = stated(
                    new Money(earned, "INR").amount(),
                    new Money(before, "INR").amount(),
                    new Money(charged, "INR").amount(),
                    new Money(random.nextLong(1000), "INR").amount());
            DocumentFigures figures = DocumentFigures.of(
                    Templates.of(templates.get(run % templates.size())),
                    stated,
                    random.nextBoolean() ? "REDUCED" : "STANDARD",
                    DAY);

            Money paid = stated.gross().minus(stated.charged());
            assertThat(figures.total()).isEqualTo(paid);
            assertThat(figures.lines().stream().map(Line::amount).reduce(Money.zero("INR"), Money::plus))
                    .isEqualTo(paid);
            assertThat(figures.taxes().stream()
                            .map(tax -> tax.taxable().plus(tax.tax()))
                            .reduce(Money.zero("INR"), Money::plus))
                    .isEqualTo(paid.plus(figures.taxOnTop()));
            assertThat(Long.signum(figures.taxOnTop().minor()) * Long.signum(paid.minor()))
                    .isNotNegative();
        }
    }

    private static PayoutStatedV2 stated(String earned, String paidBefore, String charged, String borne) {
        return Payouts.of(
                new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), Money.of(earned, "INR"), paidBefore, charged, borne);
    }

    private static List<Line> lines(PayoutStatedV2 stated) {
        return DocumentFigures.of(Templates.of("IN-COMPOSITION"), stated, "STANDARD", DAY)
                .lines();
    }

    private static Tax tax(String template, String amount, String currency, String rateClass) {
        return tax(Templates.of(template), amount, currency, rateClass);
    }

    private static Tax tax(DocumentTemplate template, String amount, String currency, String rateClass) {
        return DocumentFigures.of(template, stated(amount, currency), rateClass, DAY)
                .taxes()
                .getFirst();
    }

    /** A first payout, or of a negative amount what is taken back of goods that were paid before. */
    private static PayoutStatedV2 stated(String amount, String currency) {
        return amount.startsWith("-")
                ? Payouts.of(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        new UUID(0, 3),
                        Money.zero(currency),
                        amount.substring(1),
                        amount.substring(1),
                        "0")
                : Payouts.first(amount, currency);
    }
}
