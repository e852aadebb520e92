package coop.parasol.contracts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What membership decides about members' equity: what a share costs and is worth, what is paid and what is kept. */
public sealed interface EquityEvent extends Event {

    /** The price of one share has come in and is equity of the firm. */
    @Topic("membership.equity")
    record BuyInPaid(UUID memberId, Money amount, Money shareValue, long members) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * Another part of the price of a share has come in; the share was issued with the first.
     *
     * @param number which part, the first being 1
     * @param outstanding what is still to come
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
     * The share is valued and cancelled; the member is entitled to {@code payable} and owns nothing more.
     *
     * @param equalShare one share at {@code v} of the valuation date
     * @param patronageCapital what it had left in the firm from its own business volume
     * @param debts what it owes the firm, set off
     * @param payable in instalments: {@code equalShare + patronageCapital - debts - holdback}
     * @param holdback kept for recalls of its batches; absent: nothing
     * @param holdbackUntil when what is left of it is released
     * @param stillOwed what it owes beyond its equity; absent: nothing
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
     * A part of a leaving member's equity is due, but the year's cap on redemptions is used up: it waits, in the order of
     * asking.
     *
     * @param number of the payment within the exit
     */
    @Topic("membership.equity")
    record ExitQueued(UUID memberId, UUID exitId, UUID paymentId, int number, Money amount, LocalDate dueOn)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** A part of a leaving member's equity is to be paid with the next payment run. */
    @Topic("membership.equity")
    record InstalmentDue(UUID memberId, UUID exitId, UUID paymentId, int number, Money amount, LocalDate dueOn)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** A part of a leaving member's equity has gone to its bank account. */
    @Topic("membership.equity")
    record InstalmentPaid(UUID memberId, UUID exitId, UUID paymentId, int number, Money amount, String bankReference)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A recall of a former member's batch is charged to what is held back.
     *
     * @param left of the holdback
     */
    @Topic("membership.equity")
    record HoldbackApplied(UUID memberId, UUID exitId, UUID batchId, Money amount, Money left) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** The months of the holdback are over; what is left of it is the member's. */
    @Topic("membership.equity")
    record HoldbackReleased(UUID memberId, UUID exitId, Money amount) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The leaving member's equity is paid out.
     *
     * @param amount all that was paid
     * @param bankReference of the last payment
     */
    @Topic("membership.equity")
    record ExitPaid(UUID memberId, UUID exitId, Money amount, String bankReference) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** Money of a settled pool went to a producer's bank account. */
    @Topic("membership.equity")
    record PayoutPaid(UUID memberId, UUID payoutId, Money amount, String bankReference) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * Money that was said to be paid has come back from the bank: the firm owes it again, and what was said of it is no more.
     *
     * @param payableId the payment that has come back
     * @param owedAs the payable that it is owed by from now on
     * @param kind what it is owed for; with {@code sourceId} which one: an exit's payment, a payout, an allotment, a lot
     * @param bankReference of its coming back
     * @param reason as the bank gives it
     */
    @Topic("membership.equity")
    record PaymentReturned(
            UUID memberId,
            UUID payableId,
            UUID owedAs,
            String kind,
            UUID sourceId,
            Money amount,
            String bankReference,
            String reason)
            implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A period is closed and its result divided; nothing is booked into it any more. A negative {@code surplus} is a loss: then
     * {@code toReserve} is what the reserve has borne and {@code lossPerShare} what each share has.
     *
     * @param toReserve to the indivisible reserve
     * @param limitedReturns on the equal shares, in cash
     * @param bonuses in proportion to business; {@code cash} of it is paid, {@code patronageCapital} stays in the firm
     * @param lossCarried what neither reserve nor shares could bear; the next surplus covers it first
     * @param volume value of certified goods sold for all members in the period
     * @param revolvesOn the day from which on the patronage capital of this period is paid out
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
     * What a close has brought a member.
     *
     * @param volume value of certified goods sold for it in the period
     * @param cash part of the bonus that is paid; with the limited return it is payable
     * @param patronageCapital part of the bonus that stays in the firm until {@code revolvesOn}
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

    /** Patronage capital that a member had left in the firm is payable to it. */
    @Topic("membership.equity")
    record CapitalRevolved(UUID memberId, UUID periodId, int year, Money amount) implements EquityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
