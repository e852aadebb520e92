package coop.parasol.pricing.statement;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PricingEvent.OriginatorShareLine;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.csv.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        List<LatePart> late = stated.late() == null ? List.of() : stated.late();
        Money nothing = Money.zero(stated.earned().currency());
        Money lateGross = late.stream().map(LatePart::gross).reduce(nothing, Money::plus);
        Money lateCharged = late.stream().map(LatePart::charged).reduce(nothing, Money::plus);
        addPart(
                rows,
                "",
                stated.memberId(),
                new LatePart(
                        stated.poolId(),
                        stated.period(),
                        stated.lines(),
                        stated.earned(),
                        stated.paidBefore(),
                        stated.gross().minus(lateGross),
                        stated.charged().minus(lateCharged),
                        stated.shares() == null ? List.of() : stated.shares()));
        for (LatePart part : late) {
            rows.add(StatementRow.of("late-producer", "pool").text(part.poolId().toString()));
            addPart(rows, "late-", stated.memberId(), part);
        }
        rows.add(result("gross-of-closed-pools", lateGross));
        rows.add(result("charged-of-closed-pools", lateCharged));
        Money due = nothing;
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

    /** The producer's part of one pool. */
    private static void addPart(List<StatementRow> rows, String prefix, UUID member, LatePart part) {
        Money lines = Money.zero(part.earned().currency());
        for (PayoutLineV2 line : part.lines()) {
            rows.add(StatementRow.of(prefix + "line", line.grade())
                    .quantity(line.quantity())
                    .factor(line.factor())
                    .equivalents(line.equivalents())
                    .amount(line.earned()));
            lines = lines.plus(line.earned());
        }
        for (OriginatorShareLine share : part.shares()) {
            Money amount = share.originatorId().equals(member)
                    ? share.amount()
                    : share.amount().negated();
            rows.add(StatementRow.of(prefix + "originator-share", share.grade())
                    .text(share.commitmentId().toString())
                    .quantity(share.quantity())
                    .equivalents(share.equivalents())
                    .basisPoints(share.originatorShare())
                    .amount(amount));
            lines = lines.plus(amount);
        }
        String result = prefix + "result";
        rows.add(StatementRow.of(result, "borne-for-recalled-goods")
                .amount(part.earned().minus(lines)));
        rows.add(StatementRow.of(result, "earned").amount(part.earned()));
        rows.add(StatementRow.of(result, "paid-before").amount(part.paidBefore()));
        rows.add(StatementRow.of(result, "gross").amount(part.gross()));
        rows.add(StatementRow.of(result, "charged").amount(part.charged()));
    }

    private static StatementRow result(String name, Money amount) {
        return StatementRow.of("result", name).amount(amount);
    }
}
