package coop.parasol.portal.pricing;

import coop.parasol.csv.CsvWriter;
import java.util.List;

/** Settled pools beside a draft of prices, as a table: a row for each pool and grade. */
final class PoolComparisonFile {

    static final List<String> COLUMNS = List.of(
            "product",
            "period",
            "quantity",
            "repriced",
            "unit",
            "receipts_before",
            "receipts_after",
            "currency",
            "grade",
            "price_before",
            "price_after",
            "percent");

    private PoolComparisonFile() {}

    static String csv(List<PriceComparisonClient.ComparedPool> pools) {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text);
        csv.row(COLUMNS);
        for (PriceComparisonClient.ComparedPool pool : pools) {
            for (PriceComparisonClient.ComparedGrade grade : pool.grades()) {
                csv.row(
                        pool.product(),
                        pool.period().toString(),
                        pool.quantity().value(),
                        pool.repriced().value(),
                        pool.quantity().unit(),
                        pool.receiptsBefore().decimal(),
                        pool.receiptsAfter().decimal(),
                        pool.receiptsBefore().currency(),
                        grade.grade(),
                        grade.before().amount(),
                        grade.after().amount(),
                        grade.percent());
            }
        }
        return text.toString();
    }
}
