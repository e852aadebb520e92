package coop.parasol.local.statement;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * Computes a producer's payout statement anew from the figures of its pool: every amount has to follow from them. It shares no
 * code with the service that wrote it.
 */
public final class PayoutStatementVerifier {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final int PRICE_DECIMALS = 8;

    private final StatementRows rows;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, BigDecimal> factors = new TreeMap<>();
    private long net;
    private BigDecimal equivalents = BigDecimal.ZERO;

    private PayoutStatementVerifier(StatementRows rows) {
        this.rows = rows;
    }

    /**
     * What a statement comes to.
     *
     * @param entry of the books that it was booked as: settlement and member
     * @param digest of the pool's figures, the same for every producer
     * @param prices for one unit of each grade, the same for every producer, rounded for show
     * @param payable minor units
     * @param advances that are deducted, in minor units
     * @param borne what it bears since goods of its own were recalled, in minor units; follows from others' statements too and
     *     is taken as it stands
     * @param movesMoney whether anything is paid, charged or deducted; what moves nothing has no entry
     * @param faults empty if all follows from the figures
     */
    public record Result(
            String product,
            String period,
            String entry,
            String digest,
            String currency,
            Map<String, BigDecimal> prices,
            long payable,
            long advances,
            long borne,
            boolean movesMoney,
            List<String> faults) {}

    /** @throws IOException if it is no payout statement */
    public static Result verify(Path file) throws IOException {
        return verify(Files.newBufferedReader(file, StandardCharsets.UTF_8));
    }

    /** @throws IOException if it is no payout statement */
    public static Result verify(Reader file) throws IOException {
        try {
            return new PayoutStatementVerifier(StatementRows.read(file)).verify();
        } catch (ArithmeticException e) {
            throw new IOException("a number in it is too large or too fine", e);
        }
    }

    private Result verify() throws IOException {
        if (!rows.text("pool", "format").equals(StatementRows.FORMAT)) {
            throw new IOException("its format is not " + StatementRows.FORMAT);
        }
        String digest = rows.digest();
        require(digest.equals(rows.text("digest", "sha-256")), "The figures of the pool do not have their digest.");
        figures();
        long lines = lines() + shares();
        long borne = rows.amount("result", "borne-for-recalled-goods");
        require(borne <= 0, "What is borne for recalled goods is more than nothing.");
        results(lines + borne);
        return new Result(
                rows.text("pool", "product"),
                rows.text("pool", "period"),
                rows.text("pool", "settlement") + ":" + rows.text("producer", "member"),
                digest,
                rows.only("pool", "net").get("currency"),
                prices(),
                rows.amount("result", "payable"),
                rows.amount("result", "advances"),
                borne,
                rows.amount("result", "gross") != 0 || rows.amount("result", "charged") != 0,
                List.copyOf(faults));
    }

    private void figures() throws IOException {
        long receipts = rows.amount("pool", "receipts");
        BigInteger share = StatementRows.number(rows.only("pool", "margin"), "basis_points")
                .toBigIntegerExact();
        long margin = floor(BigInteger.valueOf(receipts).multiply(share), WHOLE);
        require(
                margin == rows.amount("pool", "margin"),
                "The margin is not " + share + " hundredths of a per cent of the receipts.");
        long costs = 0;
        for (CSVRecord cost : rows.of("cost").toList()) {
            costs += rows.amount(cost);
        }
        net = receipts - margin - costs + rows.amount("pool", "carry-in");
        require(net == rows.amount("pool", "net"), "The net is not receipts - margin - costs + carry-in.");
        require(
                net - rows.amount("pool", "paid") == rows.amount("pool", "carry-out"),
                "Net less what is paid is not carried out.");
        equivalents = StatementRows.number(rows.only("pool", "equivalents"), "equivalents");
        for (CSVRecord grade : rows.of("grade").toList()) {
            factors.put(grade.get("name"), StatementRows.number(grade, "factor"));
        }
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
        return sum;
    }

    private long shares() throws IOException {
        long sum = 0;
        for (CSVRecord share : rows.of("originator-share").toList()) {
            BigInteger kept = StatementRows.number(share, "basis_points").toBigIntegerExact();
            long amount = rows.amount(share);
            require(
                    Math.abs(amount) == part(counted(share), kept),
                    StatementRows.place(share) + "the amount does not follow.");
            sum += amount;
        }
        return sum;
    }

    private void results(long earned) throws IOException {
        require(earned == rows.amount("result", "earned"), "The lines do not add up to what is earned.");
        long due = earned - rows.amount("result", "paid-before");
        long gross = rows.amount("result", "gross");
        long charged = rows.amount("result", "charged");
        long advances = rows.amount("result", "advances");
        require(gross == Math.max(0, due), "Gross is not what is earned less what was paid before.");
        require(charged == 0 || charged == -due, "What is charged is not what was paid too much.");
        long advancesDue = advancesDue();
        require(advancesDue == rows.amount("result", "advances-due"), "The advances do not add up to what is due.");
        require(
                advances == Math.min(gross, advancesDue),
                "What is deducted is not what is due of advances, as far as the payout covers it.");
        require(
                rows.amount("result", "advances-left") == advancesDue - advances,
                "What is left of the advances is not what is due less what is deducted.");
        require(rows.amount("result", "payable") == gross - advances, "Payable is not gross less advances.");
    }

    private long advancesDue() throws IOException {
        long sum = 0;
        for (CSVRecord advance : rows.of("advance").toList()) {
            long amount = rows.amount(advance);
            require(amount > 0, StatementRows.place(advance) + "an advance is more than nothing.");
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

    private Map<String, BigDecimal> prices() throws IOException {
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

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
