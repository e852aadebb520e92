package coop.parasol.membership.books.close;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.close.rules.PeriodRules;
import coop.parasol.membership.books.period.FinancialPeriod;
import coop.parasol.membership.governance.Proposal;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Proposes to close a period as the preview shows it, or withdraws that. What the members are asked about stays as it was shown to them. */
@ApplicationScoped
class ProposeClose {

    private final CloseCalculation calculation;
    private final FirmClock clock;

    ProposeClose(CloseCalculation calculation, FirmClock clock) {
        this.calculation = calculation;
        this.clock = clock;
    }

    sealed interface Outcome permits Proposed, Withdrawn, AlreadyClosed, VotePending, Refused, PoolsIncomplete {}

    record Proposed(FinancialPeriod period) implements Outcome {}

    record Withdrawn(FinancialPeriod period) implements Outcome {}

    record AlreadyClosed() implements Outcome {}

    /** The members are asked about this close. */
    record VotePending() implements Outcome {}

    record Refused(PeriodRules.Refused reason) implements Outcome {}

    /** @param pools of the period that are posted in part */
    record PoolsIncomplete(int pools) implements Outcome {}

    /**
     * An earlier proposal is replaced. The share count is locked.
     *
     * @param period locked by the caller
     * @param limitedReturnRate basis points of the value of a share; absent for none
     */
    Outcome propose(FinancialPeriod period, @Nullable Integer limitedReturnRate, String actor) {
        if (period.state == FinancialPeriod.State.CLOSED) {
            return new AlreadyClosed();
        }
        if (Proposal.isPending(ProposalKind.SURPLUS, period.id)) {
            return new VotePending();
        }
        PeriodRules.Outcome outcome = PeriodRules.close(
                period.firstDay,
                period.lastDay,
                limitedReturnRate,
                calculation.maxLimitedReturn(period),
                clock.today());
        if (outcome instanceof PeriodRules.Refused refused) {
            return new Refused(refused);
        }
        int incomplete = calculation.incompletePools(period);
        if (incomplete > 0) {
            return new PoolsIncomplete(incomplete);
        }
        int rate = limitedReturnRate == null ? 0 : limitedReturnRate;
        CloseCalculation.Close close = calculation.of(period, rate);
        period.state = FinancialPeriod.State.PROPOSED;
        period.limitedReturnRate = rate;
        period.surplus = close.surplus();
        period.volume = close.volume();
        period.bylawsVersion = close.bylaws().version();
        period.proposedBy = actor;
        period.proposedAt = clock.now();
        FinancialPeriod.flush();
        return new Proposed(period);
    }

    /** The period stays open. */
    Outcome withdraw(FinancialPeriod period) {
        if (period.state == FinancialPeriod.State.CLOSED) {
            return new AlreadyClosed();
        }
        if (Proposal.isPending(ProposalKind.SURPLUS, period.id)) {
            return new VotePending();
        }
        period.withdrawProposedClose();
        return new Withdrawn(period);
    }
}
