package coop.parasol.pricing.document.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PricingEvent.OriginatorShareLine;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.document.rules.DocumentTemplate.TaxBasis;
import coop.parasol.pricing.document.rules.DocumentTemplate.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document comes to: the statement's gross less what is charged, line by line, and the tax that is in it or on top of it.
 *
 * @param lines that sum to {@code total}
 * @param taxes one a rate, whose taxable amounts and taxes sum to {@code total} and {@code taxOnTop}
 * @param total what the statement pays, less what it charges
 * @param taxOnTop owed to the producer beside the total, owed by it where the total is negative; nothing where tax is in it or there is none
 */
public record DocumentFigures(List<Line> lines, List<Tax> taxes, Money total, Money taxOnTop) {

    /** What a line is. */
    public enum LineKind {
        /** goods of a grade, by what they earn in the pool */
        GOODS,
        /** shares of originators, kept or left to them */
        ORIGINATOR_SHARES,
        /** what others have lost by a recall of the producer's goods */
        RECALLED_GOODS,
        /** what earlier settlements of the pool have paid */
        PAID_BEFORE,
        /** for goods of pools that were closed before, for which money has come in late or was lost by a recall */
        CLOSED_POOLS,
        /** what was paid too much and is not asked back, because it was not the producer's goods that were recalled */
        NOT_ASKED_BACK
    }

    /**
     * A line.
     *
     * @param grade absent but for goods, as the quantity
     */
    public record Line(
            LineKind kind, @Nullable String grade, @Nullable Quantity quantity, Money amount) {}

    /**
     * The tax of one category and rate (EN 16931, BG-23).
     *
     * @param rate in percent; 0 where there is none
     * @param exemptionCode of the code list VATEX; absent where there is none
     */
    public record Tax(
            TaxCategory category, BigDecimal rate, @Nullable String exemptionCode, Money taxable, Money tax) {}

    /** What a document of a statement comes to. */
    public static Money total(PayoutStatedV2 stated) {
        return stated.gross().minus(stated.charged());
    }

    /**
     * The figures of a document.
     *
     * @param rateClass of the product, such as {@code REDUCED}
     * @param day whose rates hold, as {@link #rateDay} says
     * @throws IllegalArgumentException if the template has tax and no rate of that class on the day
     */
    public static DocumentFigures of(
            DocumentTemplate template, PayoutStatedV2 stated, String rateClass, LocalDate day) {
        Money total = total(stated);
        Tax tax = tax(template, total, rateClass, day);
        return new DocumentFigures(
                lines(stated),
                List.of(tax),
                total,
                template.taxBasis() == TaxBasis.ON_TOP ? tax.tax() : Money.zero(total.currency()));
    }

    /**
     * The day whose rates hold: what is paid more for a supply, or taken back of it, has the rate of its first document (Directive
     * 2006/112/EC, Art. 90 and 93).
     *
     * @param firstIssuedOn of the first document of the same pool and producer; absent where this is it
     */
    public static LocalDate rateDay(DocumentTemplate template, @Nullable LocalDate firstIssuedOn, LocalDate today) {
        return firstIssuedOn != null
                        && template.rate(DocumentTemplate.STANDARD_RATE, firstIssuedOn)
                                .isPresent()
                ? firstIssuedOn
                : today;
    }

    private static List<Line> lines(PayoutStatedV2 stated) {
        Money nothing = Money.zero(stated.earned().currency());
        List<Line> lines = new ArrayList<>();
        Money rest = stated.earned();
        for (PayoutLineV2 line : stated.lines()) {
            lines.add(new Line(LineKind.GOODS, line.grade(), line.quantity(), line.earned()));
            rest = rest.minus(line.earned());
        }
        Money shares = nothing;
        for (OriginatorShareLine share : stated.shares() == null ? List.<OriginatorShareLine>of() : stated.shares()) {
            shares = share.originatorId().equals(stated.memberId())
                    ? shares.plus(share.amount())
                    : shares.minus(share.amount());
        }
        add(lines, LineKind.ORIGINATOR_SHARES, shares);
        add(lines, LineKind.RECALLED_GOODS, rest.minus(shares));
        add(lines, LineKind.PAID_BEFORE, stated.paidBefore().negated());
        Money late = late(stated);
        add(lines, LineKind.CLOSED_POOLS, late);
        add(
                lines,
                LineKind.NOT_ASKED_BACK,
                total(stated).minus(late).minus(stated.earned()).plus(stated.paidBefore()));
        return List.copyOf(lines);
    }

    private static Money late(PayoutStatedV2 stated) {
        Money late = Money.zero(stated.earned().currency());
        for (LatePart part : stated.late() == null ? List.<LatePart>of() : stated.late()) {
            late = late.plus(part.gross()).minus(part.charged());
        }
        return late;
    }

    private static void add(List<Line> lines, LineKind kind, Money amount) {
        if (!amount.isZero()) {
            lines.add(new Line(kind, null, null, amount));
        }
    }

    private static Tax tax(DocumentTemplate template, Money total, String rateClass, LocalDate day) {
        if (template.taxBasis() == TaxBasis.NONE) {
            return new Tax(
                    template.taxCategory(),
                    BigDecimal.ZERO,
                    template.exemptionCode(),
                    total,
                    Money.zero(total.currency()));
        }
        BigDecimal rate = template.rate(rateClass, day)
                .or(() -> template.rate(DocumentTemplate.STANDARD_RATE, day))
                .orElseThrow(
                        () -> new IllegalArgumentException(template.id() + " has no rate " + rateClass + " on " + day));
        BigDecimal hundred = BigDecimal.valueOf(100);
        boolean onTop = template.taxBasis() == TaxBasis.ON_TOP;
        Money tax = part(total, rate, onTop ? hundred : hundred.add(rate), template);
        return new Tax(template.taxCategory(), rate, template.exemptionCode(), onTop ? total : total.minus(tax), tax);
    }

    /** Of what is taken back as much as of what is paid: rounded by its size alone. */
    private static Money part(Money total, BigDecimal rate, BigDecimal of, DocumentTemplate template) {
        long size = BigDecimal.valueOf(Math.abs(total.minor()))
                .multiply(rate)
                .divide(of, 0, template.rounding())
                .longValueExact();
        return new Money(total.isNegative() ? -size : size, total.currency());
    }
}
