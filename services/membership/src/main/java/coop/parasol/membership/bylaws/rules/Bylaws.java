package coop.parasol.membership.bylaws.rules;

import coop.parasol.contracts.Money;
import java.time.Duration;
import java.time.Period;

/**
 * What the members have decided about their firm. Every decision names the version it used. Parts of a whole are in basis
 * points: 10,000 is everything.
 *
 * @param version counts from 1, the bylaws that the firm was founded with
 * @param parValue what a founder pays for its share
 * @param noticePeriod from a member's request to leave to the first day on which its share may be valued
 * @param admissionByVote whether the members, not the registrar, admit a firm
 * @param buyInInstalments in how many parts the price of a share may be paid; 1 is at once
 * @param buyInInterval from one of these parts to the next
 * @param reserveShare of a surplus to the indivisible reserve
 * @param limitedReturnCap of the value of a share, what is paid on it in a year at most, over all closes of that year
 * @param cashShare of a patronage bonus that is paid out; the rest becomes patronage capital
 * @param revolvingYears after which patronage capital is paid out, oldest first
 * @param exitInstalments in how many parts a leaving member is paid
 * @param exitInterval from one of these parts to the next
 * @param holdbackShare of a leaving member's equity that is kept for recalls
 * @param holdbackMonths how long it is kept
 * @param lastStatementMonths how long after the valuation an exit waits at most for the statement of the member's last pool
 * @param redemptionCap of the firm's equity that is paid to leaving members in a year at most; 10,000 is no cap
 * @param quorum of the active members that have to vote for a vote to count
 * @param majority of the yes and no votes that has to be exceeded by yes
 * @param bylawMajority the same for a change of bylaws, and for an expulsion
 * @param votingPeriod how long a vote is open at least
 * @param secretBallots whether nobody may know who has voted what, where the proposal does not say
 * @param marginShare of a pool's receipts that the firm keeps
 * @param poolBasis which units belong to the pool of a week
 * @param leastSupplement the least that a supplement to a settled pool pays to all producers together
 * @param goodsPurchaseTier price tier whose list price the firm pays at most for a leaving member's unsold goods
 * @param goodsOfferDays how long goods that a leaving member has offered are open to be bought in, from the binding of its exit
 * @param goodsCollectionDays how long goods that a leaving member takes back are kept for it, from the day on which it may collect them
 * @param inspectionClaimDays after how many days of the firm, that of the claim not counted, an auditor's claim of a lot lapses
 * @param commitmentFreezeWeeks for how many ISO weeks, the present one included, producers may not change what they have committed
 * @param originatorShare what a producer keeps of what others' goods pay that are made of a commitment which it has shared
 * @param forecastChangeDays until how many days before the Monday of its week a partner may change what it forecasts
 * @param batchCorrectionMinutes how many minutes a producer has to correct or withdraw a batch that it has reported, before its sample is
 *     drawn; 0 for none
 * @param maximumAdvanceRate of the lowest tier's price, what members are paid in advance for certified goods at most; 0 for no advances
 * @param advanceLimit what all advances together come to at most, as long as they are not recovered; nothing for no advances
 * @param setOffOrder in which order what a member owes is set off against what it is owed
 */
public record Bylaws(
        int version,
        Money parValue,
        Period noticePeriod,
        boolean admissionByVote,
        int buyInInstalments,
        Period buyInInterval,
        int reserveShare,
        int limitedReturnCap,
        int cashShare,
        int revolvingYears,
        int exitInstalments,
        Period exitInterval,
        int holdbackShare,
        int holdbackMonths,
        int lastStatementMonths,
        int redemptionCap,
        int quorum,
        int majority,
        int bylawMajority,
        Duration votingPeriod,
        boolean secretBallots,
        int marginShare,
        PoolBasis poolBasis,
        Money leastSupplement,
        String goodsPurchaseTier,
        int goodsOfferDays,
        int goodsCollectionDays,
        int inspectionClaimDays,
        int commitmentFreezeWeeks,
        int originatorShare,
        int forecastChangeDays,
        int batchCorrectionMinutes,
        int maximumAdvanceRate,
        Money advanceLimit,
        SetOffOrder setOffOrder) {

    public static final int WHOLE = 10_000;

    /** Which units belong to the pool of a week; a change counts for batches that are certified after it. */
    public enum PoolBasis {
        /** those that partners have accepted in it */
        ACCEPTED,
        /** those that were certified in it, less recalled, expired and taken back */
        CERTIFIED
    }

    /** What of a member's debts is settled first, where one payment does not cover all that are due. */
    public enum SetOffOrder {
        /** what it owes for goods, such as recalls and advances, then the parts of the price of its share */
        CLAIMS_FIRST,
        /** the parts of the price of its share, then what it owes for goods */
        SHARE_FIRST
    }

    private static final int HALF = WHOLE / 2;
    private static final int MAX_TIER_LENGTH = 50;
    private static final int MIN_CASH_SHARE = 2_000;
    private static final long MAX_PAR_VALUE = 1_000_000_000_000L;
    private static final int MAX_INSTALMENTS = 60;
    private static final int MAX_DAYS = 3_660;

    /** @throws OutOfBounds if a value is one that no bylaws may have */
    public Bylaws {
        require(version > 0, "version", "counts from 1");
        require(parValue.isPositive() && parValue.minor() <= MAX_PAR_VALUE, "parValue", "is more than nothing");
        within(noticePeriod, 0, "noticePeriod");
        within(buyInInstalments, 1, MAX_INSTALMENTS, "buyInInstalments");
        within(buyInInterval, 1, "buyInInterval");
        within(reserveShare, 0, WHOLE, "reserveShare");
        within(limitedReturnCap, 0, WHOLE, "limitedReturnCap");
        within(cashShare, MIN_CASH_SHARE, WHOLE, "cashShare");
        within(revolvingYears, 1, 100, "revolvingYears");
        within(exitInstalments, 1, MAX_INSTALMENTS, "exitInstalments");
        within(exitInterval, 1, "exitInterval");
        within(holdbackShare, 0, WHOLE, "holdbackShare");
        within(holdbackMonths, 0, 120, "holdbackMonths");
        within(lastStatementMonths, 0, 120, "lastStatementMonths");
        within(redemptionCap, 1, WHOLE, "redemptionCap");
        within(quorum, 1, WHOLE, "quorum");
        within(majority, HALF, WHOLE - 1, "majority");
        within(bylawMajority, majority, WHOLE - 1, "bylawMajority");
        require(
                votingPeriod.isPositive() && votingPeriod.toDays() <= 90,
                "votingPeriod",
                "is more than nothing and at most 90 days");
        within(marginShare, 0, WHOLE, "marginShare");
        require(
                !leastSupplement.isNegative() && leastSupplement.minor() <= MAX_PAR_VALUE,
                "leastSupplement",
                "is not negative");
        require(
                !goodsPurchaseTier.isBlank() && goodsPurchaseTier.length() <= MAX_TIER_LENGTH,
                "goodsPurchaseTier",
                "is the name of a price tier, of at most " + MAX_TIER_LENGTH + " characters");
        within(goodsOfferDays, 1, 366, "goodsOfferDays");
        within(goodsCollectionDays, 1, 366, "goodsCollectionDays");
        within(inspectionClaimDays, 1, 31, "inspectionClaimDays");
        within(commitmentFreezeWeeks, 0, 26, "commitmentFreezeWeeks");
        within(originatorShare, 0, HALF, "originatorShare");
        within(forecastChangeDays, 0, 91, "forecastChangeDays");
        within(batchCorrectionMinutes, 0, 1_440, "batchCorrectionMinutes");
        within(maximumAdvanceRate, 0, WHOLE, "maximumAdvanceRate");
        require(!advanceLimit.isNegative() && advanceLimit.minor() <= MAX_PAR_VALUE, "advanceLimit", "is not negative");
    }

    /**
     * Refuses a voting period that leaves members no time to vote.
     *
     * @param min a day; less only in a demo
     * @throws OutOfBounds if a vote would be open for less
     */
    public void requireVotingPeriod(Duration min) {
        require(votingPeriod.compareTo(min) >= 0, "votingPeriod", "is at least " + min.toHours() + " hours");
    }

    /** Whether these divide a surplus or a loss like the others. */
    public boolean hasSameSurplusRules(Bylaws other) {
        return reserveShare == other.reserveShare
                && cashShare == other.cashShare
                && revolvingYears == other.revolvingYears;
    }

    /** A value that no bylaws may have. */
    public static final class OutOfBounds extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final String field;

        OutOfBounds(String field, String detail) {
            super(field + " " + detail);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** Refuses a period that could be shorter or longer than this, however long its months are. */
    private static void within(Period period, int minDays, String field) {
        boolean inOrder = period.getDays() >= 0 && period.getMonths() >= 0 && period.getYears() >= 0;
        long days = period.getDays() + 31L * period.getMonths() + 366L * period.getYears();
        require(inOrder && days >= minDays && days <= MAX_DAYS, field, "is between " + minDays + " days and ten years");
    }

    private static void within(int value, int min, int max, String field) {
        require(value >= min && value <= max, field, "is between " + min + " and " + max);
    }

    private static void require(boolean holds, String field, String detail) {
        if (!holds) {
            throw new OutOfBounds(field, detail);
        }
    }
}
