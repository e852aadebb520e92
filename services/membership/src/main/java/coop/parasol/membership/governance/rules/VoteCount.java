package coop.parasol.membership.governance.rules;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import java.math.BigInteger;

/**
 * Votes that were cast on a proposal, one by each active member that took part.
 *
 * @param electorate members that were active when the vote opened
 */
public record VoteCount(long electorate, long yes, long no, long abstentions) {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public VoteCount {
        if (electorate < 0 || yes < 0 || no < 0 || abstentions < 0) {
            throw new IllegalArgumentException("counts of votes are not negative");
        }
    }

    /** Changing the bylaws and expelling a member need the larger majority of the bylaws. */
    public static boolean needsBylawMajority(ProposalKind kind) {
        return switch (kind) {
            case BYLAW_CHANGE, EXPULSION -> true;
            case ADMISSION, SURPLUS, FREE_TEXT -> false;
        };
    }

    /** How many members have voted, abstentions included. */
    public long turnout() {
        return yes + no + abstentions;
    }

    /** @param quorum part of the electorate that has to vote, in basis points */
    public boolean isQuorate(int quorum) {
        return turnout() > 0 && times(turnout(), WHOLE).compareTo(times(electorate, BigInteger.valueOf(quorum))) >= 0;
    }

    /**
     * Whether the members have accepted it: enough have voted, and of the yes and no votes more than the majority says are yes.
     * At 5,000 a tie is no acceptance; at 6,666 two of three are enough.
     *
     * @param quorum, majority in basis points
     */
    public boolean isCarried(int quorum, int majority) {
        return isQuorate(quorum) && times(yes, WHOLE).compareTo(times(yes + no, BigInteger.valueOf(majority))) > 0;
    }

    /**
     * The outcome of these votes.
     *
     * @param quorum, majority in basis points
     */
    public VoteResult result(int quorum, int majority) {
        if (!isQuorate(quorum)) {
            return VoteResult.NO_QUORUM;
        }
        return isCarried(quorum, majority) ? VoteResult.ACCEPTED : VoteResult.REJECTED;
    }

    private static BigInteger times(long votes, BigInteger factor) {
        return BigInteger.valueOf(votes).multiply(factor);
    }
}
