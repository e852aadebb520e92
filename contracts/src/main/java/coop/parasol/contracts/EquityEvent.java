package coop.parasol.contracts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service membership about members' equity: shares, exits and their payment, periods and patronage. */
public sealed interface EquityEvent extends Event {

    /**
     * The price of one share, or its first instalment, has been received and is equity of the firm; the share is
     * issued.
     *
     * @param amount that was received
     * @param shareValue value of one share that day
     * @param members number of members with this one, N
     */
    @Topic("membership.equity")
    record BuyInPaid(UUID memberId, Money amount, Money shareValue, long members) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A further instalment of the price of a share has been received; the share was issued with the first.
     *
     * @param number of the instalment, the first being 1
     * @param outstanding what is still to be paid
     */
    @Topic("membership.equity")
    record BuyInInstalmentPaid(UUID memberId, int number, Money amount, Money outstanding, String bankReference)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The leaving member's share is valued and cancelled: its equity becomes a debt of the firm to it, paid in
     * instalments. From now on it owns nothing and has no vote.
     *
     * @param valuedOn valuation date
     * @param equalShare value of one share on the valuation date
     * @param patronageCapital what it had left in the firm of its own bonuses
     * @param debts what it owes the firm, set off against its equity
     * @param payable {@code equalShare + patronageCapital - debts - holdback}, paid in instalments
     * @param holdback kept for recalls of its batches; absent for nothing
     * @param holdbackUntil when what is left of the holdback is released
     * @param stillOwed what it owes the firm beyond its equity; absent for nothing
     */
    @Topic("membership.equity")
    record ExitValued(
            UUID memberId,
            UUID exitId,
            LocalDate valuedOn,
            Money equalShare,
            Money patronageCapital,
            Money debts,
            Money payable,
            @Nullable Money holdback,
            @Nullable LocalDate holdbackUntil,
            @Nullable Money stillOwed)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * An instalment of a leaving member's equity is due, but the redemptions of the year have reached the bylaws' cap:
     * it waits in a queue in the order of the requests to leave.
     *
     * @param paymentId the payable
     * @param number of the instalment within the exit
     * @param dueOn the day it fell due
     */
    @Topic("membership.equity")
    record ExitQueued(UUID memberId, UUID exitId, UUID paymentId, int number, Money amount, LocalDate dueOn)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * An instalment of a leaving member's equity is due and will be in the next payment run.
     *
     * @param paymentId the payable
     * @param number of the instalment within the exit
     */
    @Topic("membership.equity")
    record InstalmentDue(UUID memberId, UUID exitId, UUID paymentId, int number, Money amount, LocalDate dueOn)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The bank has paid an instalment of a leaving member's equity.
     *
     * @param paymentId the payable
     * @param number of the instalment within the exit
     * @param bankReference of the transfer, from the bank's statement
     */
    @Topic("membership.equity")
    record InstalmentPaid(UUID memberId, UUID exitId, UUID paymentId, int number, Money amount, String bankReference)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The cost of a recall of a former member's batch is charged to its holdback.
     *
     * @param batchId the recalled batch
     * @param amount that is charged
     * @param left what remains of the holdback
     */
    @Topic("membership.equity")
    record HoldbackApplied(UUID memberId, UUID exitId, UUID batchId, Money amount, Money left) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The period of the holdback is over; what is left of it is payable to the former member.
     *
     * @param amount that is left
     */
    @Topic("membership.equity")
    record HoldbackReleased(UUID memberId, UUID exitId, Money amount) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The last instalment of a leaving member's equity is paid.
     *
     * @param amount the sum of all instalments
     * @param bankReference of the last transfer
     */
    @Topic("membership.equity")
    record ExitPaid(UUID memberId, UUID exitId, Money amount, String bankReference) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** What a member was owed that the bank has paid. */
    enum PaymentPurpose {
        /** its part of a settled pool */
        POOL_PAYOUT,
        /** tax on top of such a part */
        PAYOUT_TAX,
        /** an advance on certified goods */
        ADVANCE,
        /** the limited return and the cash part of the patronage bonus of a period */
        PATRONAGE_BONUS,
        /** patronage capital that is paid back when the bylaws' years have passed */
        REVOLVED_CAPITAL,
        /** unsold goods that the firm has bought of it when it left */
        GOODS_PURCHASE,
        /** an instalment of its settlement, or what is released of its holdback */
        EXIT
    }

    /**
     * The bank has paid what the firm owed a member.
     *
     * @param payableId one payable may be paid again after its transfer has come back
     * @param bankReference of the transfer, from the bank's statement
     */
    @Topic("membership.equity")
    record PaymentSent(UUID memberId, UUID payableId, PaymentPurpose purpose, Money amount, String bankReference)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A transfer that was reported as paid has come back from the bank: the firm owes the amount again, and the event
     * that said it was paid no longer holds.
     *
     * @param payableId the payable whose payment came back
     * @param owedAs the new payable of the same amount
     * @param kind what it is owed for: an exit instalment, a payout, an allotment, a purchase of goods
     * @param sourceId which one of that kind
     * @param bankReference of the return; why the bank has sent it back stays in membership
     */
    @Topic("membership.equity")
    record PaymentReturned(
            UUID memberId, UUID payableId, UUID owedAs, String kind, UUID sourceId, Money amount, String bankReference)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * An accounting period is closed and its result divided as the bylaws say; nothing is posted into it any more. A
     * negative {@code surplus} is a loss: then {@code toReserve} is what the reserve bears and {@code lossPerShare}
     * what each share bears.
     *
     * @param surplus result of the period; negative for a loss
     * @param toReserve to the indivisible reserve; of a loss, what the reserve bears
     * @param limitedReturns on the equal shares, paid in cash
     * @param bonuses divided in proportion to business volume; {@code cash} of it is paid, {@code patronageCapital}
     *     stays in the firm
     * @param cash part of the bonuses that is paid
     * @param patronageCapital part of the bonuses that stays in the firm
     * @param lossPerShare what each share bears of a loss
     * @param lossCarried what neither reserve nor shares could bear; the next surplus covers it first
     * @param volume business volume: value of certified goods sold for all members in the period
     * @param revolvesOn the day from which on the patronage capital of this period is payable
     * @param bylawsVersion the version that the result was divided by
     */
    @Topic("membership.equity")
    record PeriodClosed(
            UUID periodId,
            LocalDate firstDay,
            LocalDate lastDay,
            Money surplus,
            Money toReserve,
            Money limitedReturns,
            Money bonuses,
            Money cash,
            Money patronageCapital,
            Money lossPerShare,
            Money lossCarried,
            Money volume,
            LocalDate revolvesOn,
            int bylawsVersion)
            implements EquityEvent {
        @Override
        public String subject() {
            return periodId.toString();
        }
    }

    /**
     * A member's part of a closed period's surplus.
     *
     * @param periodId the closed period
     * @param volume the member's business volume: value of certified goods sold for it in the period
     * @param limitedReturn on its equal share, paid in cash
     * @param bonus {@code cash + patronageCapital}
     * @param cash part of the bonus that is paid
     * @param patronageCapital part of the bonus that stays in the firm until {@code revolvesOn}
     * @param revolvesOn the day from which on the patronage capital is payable
     */
    @Topic("membership.equity")
    record PatronageAllotted(
            UUID memberId,
            UUID periodId,
            Money volume,
            Money limitedReturn,
            Money bonus,
            Money cash,
            Money patronageCapital,
            LocalDate revolvesOn)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * Patronage capital of an earlier period is payable to the member that had left it in the firm.
     *
     * @param periodId the period it was allotted for
     * @param year of that period
     */
    @Topic("membership.equity")
    record CapitalRevolved(UUID memberId, UUID periodId, int year, Money amount) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
