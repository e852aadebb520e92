package coop.parasol.local.statement;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Computes a producer's payout statement anew from the figures of its pool: every amount has to follow from them. It shares no
 * code with the service that wrote it.
 */
public final class PayoutStatementVerifier {

    private final StatementRows rows;
    private final List<String> faults = new ArrayList<>();

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
        faults.addAll(StatementForm.faults(rows.rows()));
        require(rows.differing("currency") == 1, "Not all amounts are in one currency.");
        require(rows.differing("unit") <= 1, "Not all quantities are in one unit.");
        rows.repeated().forEach(row -> faults.add(StatementRows.place(row) + "it stands there twice."));
        String digest = rows.digest();
        require(digest.equals(rows.text("digest", "sha-256")), "The figures of the pool do not have their digest.");
        StatementPool pool = new StatementPool(rows, faults);
        StatementPool.Part own = pool.part();
        require(
                !rows.text("pool", "number").equals("1") || rows.amount("result", "paid-before") == 0,
                "Nothing is paid before the first settlement.");
        long lateGross = 0;
        long lateCharged = 0;
        long borne = own.borne();
        for (StatementRows closed : rows.closedPools()) {
            StatementPool.Part part = new StatementPool(closed, faults).part();
            lateGross += part.gross();
            lateCharged += part.charged();
            borne += part.borne();
        }
        require(
                lateGross == rows.amount("result", "gross-of-closed-pools"),
                "The parts of closed pools do not add up to what is paid of them.");
        require(
                lateCharged == rows.amount("result", "charged-of-closed-pools"),
                "The parts of closed pools do not add up to what is charged of them.");
        long gross = own.gross() + lateGross;
        advances(gross);
        return new Result(
                rows.text("pool", "product"),
                rows.text("pool", "period"),
                rows.text("pool", "settlement") + ":" + rows.text("producer", "member"),
                digest,
                rows.only("pool", "net").get("currency"),
                pool.prices(),
                rows.amount("result", "payable"),
                rows.amount("result", "advances"),
                borne,
                gross != 0 || own.charged() + lateCharged != 0,
                List.copyOf(faults));
    }

    /** @param gross of the pool and of closed ones */
    private void advances(long gross) throws IOException {
        long advances = rows.amount("result", "advances");
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

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
