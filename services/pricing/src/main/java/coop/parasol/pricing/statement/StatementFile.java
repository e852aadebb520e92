package coop.parasol.pricing.statement;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.OriginatorShareLine;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.csv.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A producer's statement as a table that proves itself: first the figures of the pool, then what follows from them. */
final class StatementFile {

    private StatementFile() {}

    /** @param memberName absent once it was erased */
    static String csv(PoolFigures figures, PayoutStatedV2 stated, @Nullable String memberName) {
        List<StatementRow> rows = new ArrayList<>(figures.rows());
        rows.add(StatementRow.of("digest", "sha-256").text(figures.digest()));
        rows.add(StatementRow.of("producer", "member").text(stated.memberId().toString()));
        rows.add(StatementRow.of("producer", "name").text(memberName));
        Money lines = Money.zero(stated.earned().currency());
        for (PayoutLineV2 line : stated.lines()) {
            rows.add(StatementRow.of("line", line.grade())
                    .quantity(line.quantity())
                    .factor(line.factor())
                    .equivalents(line.equivalents())
                    .amount(line.earned()));
            lines = lines.plus(line.earned());
        }
        for (OriginatorShareLine share : stated.shares() == null ? List.<OriginatorShareLine>of() : stated.shares()) {
            Money amount = share.originatorId().equals(stated.memberId())
                    ? share.amount()
                    : share.amount().negated();
            rows.add(StatementRow.of("originator-share", share.grade())
                    .text(share.commitmentId().toString())
                    .quantity(share.quantity())
                    .equivalents(share.equivalents())
                    .basisPoints(share.originatorShare())
                    .amount(amount));
            lines = lines.plus(amount);
        }
        rows.add(result("borne-for-recalled-goods", stated.earned().minus(lines)));
        rows.add(result("earned", stated.earned()));
        rows.add(result("paid-before", stated.paidBefore()));
        rows.add(result("gross", stated.gross()));
        rows.add(result("charged", stated.charged()));
        Money due = Money.zero(stated.earned().currency());
        for (AdvanceLine advance : stated.advanceLines() == null ? List.<AdvanceLine>of() : stated.advanceLines()) {
            rows.add(StatementRow.of("advance", advance.advanceId().toString())
                    .text(advance.batchId().toString())
                    .amount(advance.due()));
            due = due.plus(advance.due());
        }
        rows.add(result("advances-due", due));
        rows.add(result("advances", stated.advances()));
        rows.add(result("advances-left", due.minus(stated.advances())));
        rows.add(result("payable", stated.payable()));
        List<List<? extends @Nullable Object>> table = new ArrayList<>();
        table.add(StatementRow.COLUMNS);
        rows.forEach(row -> table.add(row.cells()));
        return CsvWriter.write(table);
    }

    private static StatementRow result(String name, Money amount) {
        return StatementRow.of("result", name).amount(amount);
    }
}
