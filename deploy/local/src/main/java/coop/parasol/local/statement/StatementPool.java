package coop.parasol.local.statement;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * One pool of a statement, that of the settlement or a closed one of which it divides what came in late: its figures, and the producer's
 * part of it, computed anew.
 */
final class StatementPool {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final int PRICE_DECIMALS = 8;

    private final StatementRows rows;
    private final List<String> faults;
    private final Map<String, BigDecimal> factors = new TreeMap<>();
    private final long net;
    private final long lines;
    private final BigDecimal equivalents;

    /**
     * Verifies the figures of the pool.
     *
     * @param faults to which is added what does not follow
     */
    StatementPool(StatementRows rows, List<String> faults) throws IOException {
        this.rows = rows;
        this.faults = faults;
        long receipts = rows.amount("pool", "receipts");
        BigInteger share = StatementRows.number(rows.only("pool", "margin"), "basis_points")
                .toBigIntegerExact();
        long margin = floor(BigInteger.valueOf(receipts).multiply(share), WHOLE);
        require(
                margin == rows.amount("pool", "margin"),
                "The margin is not " + share + " hundredths of a per cent of the receipts.");
        require(
                share.signum() >= 0 && share.compareTo(WHOLE) <= 0,
                "The margin is less than nothing, or more than the receipts.");
        long costs = 0;
        for (CSVRecord cost : rows.of("cost").toList()) {
            require(rows.amount(cost) >= 0, StatementRows.place(cost) + "a cost is not less than nothing.");
            costs += rows.amount(cost);
        }
        net = receipts - margin - costs + rows.amount("pool", "carry-in");
        require(net == rows.amount("pool", "net"), "The net is not receipts - margin - costs + carry-in.");
        require(
                net - rows.amount("pool", "paid") == rows.amount("pool", "carry-out"),
                "Net less what is paid is not carried out.");
        lines = rows.count("pool", "lines");
        requireCarry(rows.amount("pool", "carry-out"));
        equivalents = StatementRows.number(rows.only("pool", "equivalents"), "equivalents");
        for (CSVRecord grade : rows.of("grade").toList()) {
            BigDecimal factor = StatementRows.number(grade, "factor");
            require(factor.signum() > 0, StatementRows.place(grade) + "a factor is more than nothing.");
            factors.put(grade.get("name"), factor);
        }
    }

    /**
     * What the producer gets of the pool, in minor units.
     *
     * @param borne since goods of its own were recalled; not more than nothing
     */
    record Part(long gross, long charged, long borne) {}

    /** Verifies the producer's part of the pool; nothing where it has none. */
    Part part() throws IOException {
        if (rows.of("result").findAny().isEmpty()) {
            require(rows.of("line").findAny().isEmpty(), "The statement has lines of a closed pool without a sum.");
            return new Part(0, 0, 0);
        }
        long borne = rows.amount("result", "borne-for-recalled-goods");
        require(borne <= 0, "What is borne for recalled goods is more than nothing.");
        long earned = lines() + shares() + borne;
        require(earned == rows.amount("result", "earned"), "The lines do not add up to what is earned.");
        long paidBefore = rows.amount("result", "paid-before");
        require(paidBefore >= 0, "What was paid before is less than nothing.");
        long due = earned - paidBefore;
        long gross = rows.amount("result", "gross");
        long charged = rows.amount("result", "charged");
        require(gross == Math.max(0, due), "Gross is not what is earned less what was paid before.");
        require(charged >= 0 && charged <= Math.max(0, -due), "More is charged than what was paid too much.");
        return new Part(gross, charged, borne);
    }

    /**
     * What rounding leaves is less than a minor unit a line. Less than nothing is carried where more was paid before than the pool has
     * now, since nobody is asked back, and where the net is less than nothing.
     */
    private void requireCarry(long carry) throws IOException {
        require(
                lines == 0 || net < 0 || carry < lines,
                "What is carried out is not less than a minor unit for each of the " + lines + " lines.");
        boolean first = rows.prefix().isEmpty() && rows.text("pool", "number").equals("1");
        require(!first || carry >= Math.min(0, net), "The first settlement pays no more than the pool has.");
    }

    /** For one unit of each grade, rounded for show. */
    Map<String, BigDecimal> prices() throws IOException {
        Map<String, BigDecimal> prices = new TreeMap<>();
        int digits = Math.max(
                0,
                Currency.getInstance(rows.only("pool", "net").get("currency")).getDefaultFractionDigits());
        if (net >= 0 && equivalents.signum() > 0) {
            factors.forEach((grade, factor) -> prices.put(
                    grade,
                    BigDecimal.valueOf(net, digits)
                            .multiply(factor)
                            .divide(equivalents, PRICE_DECIMALS, RoundingMode.HALF_UP)));
        }
        return prices;
    }

    private long lines() throws IOException {
        long sum = 0;
        BigDecimal own = BigDecimal.ZERO;
        for (CSVRecord line : rows.of("line").toList()) {
            BigDecimal counted = counted(line);
            require(
                    line.get("factor").isEmpty()
                            || StatementRows.number(line, "factor").compareTo(factor(line)) == 0,
                    StatementRows.place(line) + "the factor is not that of the pool.");
            long amount = rows.amount(line);
            require(amount == part(counted, WHOLE), StatementRows.place(line) + "the amount does not follow.");
            sum += amount;
            own = own.add(counted);
        }
        require(own.compareTo(equivalents) <= 0, "The producer has more than the whole pool.");
        require(rows.of("line").count() <= lines, "The producer has more lines than the whole pool.");
        return sum;
    }

    private long shares() throws IOException {
        long sum = 0;
        for (CSVRecord share : rows.of("originator-share").toList()) {
            BigInteger kept = StatementRows.number(share, "basis_points").toBigIntegerExact();
            require(
                    kept.signum() >= 0 && kept.compareTo(WHOLE) <= 0,
                    StatementRows.place(share) + "a share is between nothing and the whole.");
            long amount = rows.amount(share);
            require(
                    Math.abs(amount) == part(counted(share), kept),
                    StatementRows.place(share) + "the amount does not follow.");
            sum += amount;
        }
        return sum;
    }

    private BigDecimal counted(CSVRecord row) throws IOException {
        BigDecimal counted = StatementRows.number(row, "equivalents");
        require(
                StatementRows.number(row, "quantity").multiply(factor(row)).compareTo(counted) == 0,
                StatementRows.place(row) + "the equivalents are not quantity times factor.");
        return counted;
    }

    private BigDecimal factor(CSVRecord row) throws IOException {
        BigDecimal factor = factors.get(row.get("name"));
        if (factor == null) {
            throw new IOException(StatementRows.place(row) + "the pool has no such grade");
        }
        return factor;
    }

    /** {@code floor(net x own / all)}, or as many basis points of it. */
    private long part(BigDecimal own, BigInteger basisPoints) {
        if (net < 0 || equivalents.signum() == 0) {
            return 0;
        }
        int scale = Math.max(own.scale(), equivalents.scale());
        return floor(
                BigInteger.valueOf(net)
                        .multiply(own.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue())
                        .multiply(basisPoints),
                equivalents
                        .setScale(scale, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .multiply(WHOLE));
    }

    private static long floor(BigInteger dividend, BigInteger divisor) {
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), 0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
