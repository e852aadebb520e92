package coop.parasol.pricing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A statement as a file: what verifiers and spreadsheets read. */
class StatementFileTest {

    private static final UUID SETTLEMENT = UUID.fromString("0198b7a2-0000-7000-8000-000000000001");
    private static final UUID POOL = UUID.fromString("0198b7a2-0000-7000-8000-000000000002");
    private static final UUID MEMBER = UUID.fromString("0198b7a2-0000-7000-8000-000000000003");
    private static final Period WEEK = Period.parse("2026-W48");

    @Test
    void the_file_has_the_pools_figures_first_and_then_what_follows_for_the_producer() {
        PoolFigures figures = figures("=freight", new BigDecimal("970"));

        List<String> rows =
                StatementFile.csv(figures, stated(), "Anand").lines().toList();

        assertThat(rows)
                .startsWith(
                        "section,name,text,quantity,unit,factor,equivalents,basis_points,amount,currency",
                        "pool,format,parasol-payout-statement-1,,,,,,,")
                .contains(
                        "pool,receipts,,,,,,,10000.00,INR",
                        "pool,margin,,,,,,500,500.00,INR",
                        "cost,'=freight,BILL-7,,,,,,700.00,INR",
                        "pool,carry-in,,,,,,,-10.00,INR",
                        "pool,net,,,,,,,8790.00,INR",
                        "pool,equivalents,,,,,970,,,",
                        "pool,lines,3,,,,,,,",
                        "grade,B,,,,0.9,,,,",
                        "digest,sha-256," + figures.digest() + ",,,,,,,",
                        "producer,member," + MEMBER + ",,,,,,,",
                        "line,A,,400,C62,1,400,,3624.74,INR",
                        "result,payable,,,,,,,3624.74,INR");
    }

    @Test
    void equal_figures_have_equal_digests_whatever_zeros_a_database_has_kept() {
        String digest = figures("Freight", new BigDecimal("970")).digest();

        assertThat(figures("Freight", new BigDecimal("970.000000")).digest()).isEqualTo(digest);
        assertThat(figures("Freight", new BigDecimal("970.000001")).digest()).isNotEqualTo(digest);
        assertThat(figures("freight", new BigDecimal("970")).digest()).isNotEqualTo(digest);
    }

    private static PoolFigures figures(String cost, BigDecimal equivalents) {
        return new PoolFigures(
                SETTLEMENT,
                POOL,
                "LAMP",
                WEEK,
                1,
                500,
                money("10000.00"),
                money("500.00"),
                List.of(new PoolFigures.Cost(cost, "BILL-7", money("700.00"))),
                money("-10.00"),
                money("8790.00"),
                equivalents,
                3,
                List.of(
                        new PoolFigures.Grade("A", BigDecimal.ONE),
                        new PoolFigures.Grade("B", new BigDecimal("0.900"))),
                money("8789.98"),
                money("0.02"),
                List.of());
    }

    private static PayoutStatedV2 stated() {
        Money earned = money("3624.74");
        Money nothing = money("0.00");
        return new PayoutStatedV2(
                SETTLEMENT,
                POOL,
                MEMBER,
                "LAMP",
                WEEK,
                List.of(new PayoutLineV2(
                        "A", Quantity.of(400, "C62"), BigDecimal.ONE, new BigDecimal("400.0"), earned)),
                earned,
                nothing,
                earned,
                nothing,
                nothing,
                earned,
                earned,
                null,
                null,
                null,
                null);
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
