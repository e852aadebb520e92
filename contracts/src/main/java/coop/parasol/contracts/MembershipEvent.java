package coop.parasol.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What membership decides: who owns the firm, and what their property is worth. */
public sealed interface MembershipEvent extends Event {

    /** What a member firm makes its living from. */
    enum FirmKind {
        /** develops and makes end products */
        PRODUCT,
        /** works on others' products: plating, printing, embroidery */
        PROCESSING,
        BOTH
    }

    /** What members can vote on. */
    enum ProposalKind {
        BYLAW_CHANGE,
        ADMISSION,
        EXPULSION,
        /** how a period's surplus is used */
        SURPLUS,
        FREE_TEXT
    }

    /** A firm has asked to join; nothing is decided yet. */
    @Topic("membership.members")
    record MemberApplied(UUID memberId, String name, FirmKind kind, Instant appliedAt) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** The application was turned down. The firm may apply again, as a new membership. */
    @Topic("membership.members")
    record ApplicationRefused(UUID memberId, String reason) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The firm is admitted; the share is not issued before the buy-in is paid.
     *
     * @param buyInDue value of one share on that day (par while there is no member)
     * @param place the town of its address and nothing more of it; absent where it has named none
     */
    @Topic("membership.members")
    record MemberAdmitted(
            UUID memberId,
            String name,
            Money buyInDue,
            LocalDate admittedOn,
            @Nullable String place) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A member's firm is in another town than it was.
     *
     * @param place the town of its address and nothing more of it
     */
    @Topic("membership.members")
    record MemberMoved(UUID memberId, String place) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The buy-in is paid and the one share issued: from now on the firm owns 1/N and may commit and report.
     *
     * @param email where its account's name comes from
     * @param members N, this one counted
     */
    @Topic("membership.members")
    record MemberActivated(UUID memberId, String name, String email, FirmKind kind, long members)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** Why a membership ends. */
    enum EndKind {
        /** the owner has died: nobody can decide for the firm any more */
        DEATH,
        /** the firm exists no more */
        DISSOLUTION,
        /** the members have voted */
        EXPULSION
    }

    /** A member has asked to leave; production, quality and distribution answer with their clearances. */
    @Topic("membership.members")
    record ExitRequested(UUID memberId, UUID exitId, LocalDate noticeUntil, Instant requestedAt)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A membership ends by death, dissolution or expulsion, whether or not the member had asked to leave before. If it had
     * not, ExitRequested comes first.
     *
     * @param reference the document that says so; the proposal for an expulsion
     */
    @Topic("membership.members")
    record ExitRecorded(UUID memberId, UUID exitId, EndKind kind, String reference, Instant recordedAt)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** The member stays: it withdrew before its share was valued, or its death or dissolution was recorded by mistake. */
    @Topic("membership.members")
    record ExitWithdrawn(UUID memberId, UUID exitId) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The membership has ended and everything is paid.
     *
     * @param members N that remain
     */
    @Topic("membership.members")
    record MemberLeft(UUID memberId, UUID exitId, LocalDate leftOn, long members) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** The price of one share has come in and is equity of the firm. */
    @Topic("membership.equity")
    record BuyInPaid(UUID memberId, Money amount, Money shareValue, long members) implements MembershipEvent {
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
            implements MembershipEvent {
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
            implements MembershipEvent {
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
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** A part of a leaving member's equity is to be paid with the next payment run. */
    @Topic("membership.equity")
    record InstalmentDue(UUID memberId, UUID exitId, UUID paymentId, int number, Money amount, LocalDate dueOn)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** A part of a leaving member's equity has gone to its bank account. */
    @Topic("membership.equity")
    record InstalmentPaid(UUID memberId, UUID exitId, UUID paymentId, int number, Money amount, String bankReference)
            implements MembershipEvent {
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
    record HoldbackApplied(UUID memberId, UUID exitId, UUID batchId, Money amount, Money left)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** The months of the holdback are over; what is left of it is the member's. */
    @Topic("membership.equity")
    record HoldbackReleased(UUID memberId, UUID exitId, Money amount) implements MembershipEvent {
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
    record ExitPaid(UUID memberId, UUID exitId, Money amount, String bankReference) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** Money of a settled pool went to a producer's bank account. */
    @Topic("membership.equity")
    record PayoutPaid(UUID memberId, UUID payoutId, Money amount, String bankReference) implements MembershipEvent {
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
            implements MembershipEvent {
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
            implements MembershipEvent {
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
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** Patronage capital that a member had left in the firm is payable to it. */
    @Topic("membership.equity")
    record CapitalRevolved(UUID memberId, UUID periodId, int year, Money amount) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The members are asked: one member, one vote, from now to {@code closesAt}.
     *
     * @param about the applicant, the member or the close; absent for what is about none
     * @param secret whether nobody may know who has voted what
     * @param electorate members that may vote now; the quorum is a part of them
     * @param bylawsVersion whose quorum and majority hold
     */
    @Topic("membership.governance")
    record ProposalOpened(
            UUID proposalId,
            ProposalKind kind,
            String title,
            @Nullable UUID about,
            Instant opensAt,
            Instant closesAt,
            boolean secret,
            long electorate,
            int bylawsVersion)
            implements MembershipEvent {
        @Override
        public String subject() {
            return proposalId.toString();
        }
    }

    /**
     * The members have decided, and what they have decided has taken effect.
     *
     * @param carried whether enough have voted and enough of them yes
     * @param withoutEffectBecause why it could not take effect, if it could not
     */
    @Topic("membership.governance")
    record ProposalDecided(
            UUID proposalId,
            ProposalKind kind,
            @Nullable UUID about,
            boolean carried,
            long electorate,
            long yes,
            long no,
            long abstentions,
            int bylawsVersion,
            @Nullable String withoutEffectBecause)
            implements MembershipEvent {
        @Override
        public String subject() {
            return proposalId.toString();
        }
    }

    /**
     * Another version of the bylaws is in force.
     *
     * @param proposalId by which the members have decided it
     * @param changes bylaw -> its new value, as text
     */
    @Topic("membership.governance")
    record BylawsChanged(int version, UUID proposalId, Instant effectiveFrom, Map<String, String> changes)
            implements MembershipEvent {
        @Override
        public String subject() {
            return proposalId.toString();
        }
    }
}
