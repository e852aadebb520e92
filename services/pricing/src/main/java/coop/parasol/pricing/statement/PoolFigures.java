package coop.parasol.pricing.statement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Sha256;
import coop.parasol.csv.CsvWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The figures of a pool at one of its settlements, from which every producer's statement follows. They are the same for all
 * producers of the pool, name none of them, and have a digest that the books hold ({@code docs/payout-statement.md}).
 *
 * @param number which settlement of the pool it is
 * @param marginShare what the firm keeps of the receipts, in basis points
 * @param receipts what partners have paid for the pool's goods, net of tax, over all its settlements
 * @param costs of all its settlements, item by item
 * @param carryIn what the product had carried when the pool was settled first
 * @param net what is divided: {@code receipts - margin - costs + carryIn}
 * @param equivalents quantity of the pool, paid or not, in units of the first grade
 * @param lines of all producers, one for each and grade: {@code carryOut} is less than a minor unit for each
 * @param grades in the pool, with their factors
 * @param paid to all producers by all its settlements, less what was charged to them
 * @param late closed pools of the product of which the settlement divides what came in after their closing
 */
public record PoolFigures(
        UUID settlementId,
        UUID poolId,
        String product,
        Period period,
        int number,
        int marginShare,
        Money receipts,
        Money margin,
        List<Cost> costs,
        Money carryIn,
        Money net,
        BigDecimal equivalents,
        int lines,
        List<Grade> grades,
        Money paid,
        Money carryOut,
        List<Late> late) {

    /** @param late null in figures that were published before there was any */
    @SuppressWarnings("NullAway") // Jackson passes null where the stored figures have no such field
    public PoolFigures {
        late = late == null ? List.of() : late;
    }

    /** Names the form of the rows and of what the digest is made of. */
    public static final String FORMAT = "parasol-payout-statement-1";

    /** @param evidence the document that proves it */
    public record Cost(String description, String evidence, Money amount) {}

    /** @param factor how many units of the first grade a unit of it counts for */
    public record Grade(String grade, BigDecimal factor) {}

    /**
     * A closed pool, divided anew over all its goods and receipts.
     *
     * @param costs of all its settlements
     * @param paid to all producers by its own settlements and by later ones of the product, this one included
     */
    public record Late(
            UUID poolId,
            Period period,
            int marginShare,
            Money receipts,
            Money margin,
            Money costs,
            Money carryIn,
            Money net,
            BigDecimal equivalents,
            int lines,
            List<Grade> grades,
            Money paid,
            Money carryOut) {

        private void addTo(List<StatementRow> rows) {
            rows.add(StatementRow.of("late-pool", "pool").text(poolId.toString()));
            rows.add(StatementRow.of("late-pool", "period").text(period.toString()));
            rows.add(StatementRow.of("late-pool", "receipts").amount(receipts));
            rows.add(StatementRow.of("late-pool", "margin")
                    .basisPoints(marginShare)
                    .amount(margin));
            rows.add(StatementRow.of("late-cost", "costs").amount(costs));
            rows.add(StatementRow.of("late-pool", "carry-in").amount(carryIn));
            rows.add(StatementRow.of("late-pool", "net").amount(net));
            rows.add(StatementRow.of("late-pool", "equivalents").equivalents(equivalents));
            rows.add(StatementRow.of("late-pool", "lines").text(Integer.toString(lines)));
            grades.forEach(grade ->
                    rows.add(StatementRow.of("late-grade", grade.grade()).factor(grade.factor())));
            rows.add(StatementRow.of("late-pool", "paid").amount(paid));
            rows.add(StatementRow.of("late-pool", "carry-out").amount(carryOut));
        }
    }

    /** The rows of the file that are the same for every producer. */
    List<StatementRow> rows() {
        List<StatementRow> rows = new ArrayList<>();
        rows.add(StatementRow.of("pool", "format").text(FORMAT));
        rows.add(StatementRow.of("pool", "settlement").text(settlementId.toString()));
        rows.add(StatementRow.of("pool", "pool").text(poolId.toString()));
        rows.add(StatementRow.of("pool", "product").text(product));
        rows.add(StatementRow.of("pool", "period").text(period.toString()));
        rows.add(StatementRow.of("pool", "number").text(Integer.toString(number)));
        rows.add(StatementRow.of("pool", "receipts").amount(receipts));
        rows.add(StatementRow.of("pool", "margin").basisPoints(marginShare).amount(margin));
        costs.forEach(cost -> rows.add(StatementRow.of("cost", cost.description())
                .text(cost.evidence())
                .amount(cost.amount())));
        rows.add(StatementRow.of("pool", "carry-in").amount(carryIn));
        rows.add(StatementRow.of("pool", "net").amount(net));
        rows.add(StatementRow.of("pool", "equivalents").equivalents(equivalents));
        rows.add(StatementRow.of("pool", "lines").text(Integer.toString(lines)));
        grades.forEach(grade -> rows.add(StatementRow.of("grade", grade.grade()).factor(grade.factor())));
        rows.add(StatementRow.of("pool", "paid").amount(paid));
        rows.add(StatementRow.of("pool", "carry-out").amount(carryOut));
        late.forEach(pool -> pool.addTo(rows));
        return rows;
    }

    /** SHA-256 of the rows, hexadecimal. */
    public String digest() {
        StringBuilder canonical = new StringBuilder(FORMAT).append('\n');
        for (StatementRow row : rows()) {
            for (Object cell : row.cells()) {
                String text = cell == null ? "" : String.valueOf(CsvWriter.guarded(cell));
                canonical
                        .append(text.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(text)
                        .append('\n');
            }
        }
        return Sha256.hex(canonical.toString());
    }
}
