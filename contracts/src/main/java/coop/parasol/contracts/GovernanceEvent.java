package coop.parasol.contracts;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service membership about votes of the members: proposals and bylaws. */
public sealed interface GovernanceEvent extends Event {

    /** What members vote on. */
    enum ProposalKind {
        BYLAW_CHANGE,
        ADMISSION,
        EXPULSION,
        /** how a period's surplus is used */
        SURPLUS,
        FREE_TEXT
    }

    /**
     * A vote of the members has begun: one member, one vote, until {@code closesAt}. Its words stay in membership, for they may
     * be about a person.
     *
     * @param subjectId the applicant, the member or the period that it is about; absent for other proposals
     * @param secret whether it is kept secret who voted how
     * @param electorate number of members entitled to vote; the quorum is a part of it
     * @param bylawsVersion the version whose quorum and majority apply
     */
    @Topic("membership.governance")
    record ProposalOpened(
            UUID proposalId,
            ProposalKind kind,
            @Nullable UUID subjectId,
            Instant opensAt,
            Instant closesAt,
            boolean secret,
            long electorate,
            int bylawsVersion)
            implements GovernanceEvent {
        @Override
        public String subject() {
            return proposalId.toString();
        }
    }

    /**
     * The vote is over and counted, and a carried proposal has taken effect unless {@code withoutEffectBecause} says
     * why not.
     *
     * @param subjectId as in ProposalOpened
     * @param carried whether quorum and majority were reached
     * @param withoutEffectBecause why a carried proposal could not take effect; absent if it did or was not carried
     */
    @Topic("membership.governance")
    record ProposalDecided(
            UUID proposalId,
            ProposalKind kind,
            @Nullable UUID subjectId,
            boolean carried,
            long electorate,
            long yes,
            long no,
            long abstentions,
            int bylawsVersion,
            @Nullable String withoutEffectBecause)
            implements GovernanceEvent {
        @Override
        public String subject() {
            return proposalId.toString();
        }
    }

    /**
     * A version of the bylaws is in force. The first, with which the firm is founded, tells all of them, a later one those
     * that the members have changed. Versions may be heard in any order: of two values of a bylaw that of the higher version counts.
     *
     * @param version from 1
     * @param proposalId by which the members have decided it; absent for the founding
     * @param changes bylaw -> its value, as text; parts of a whole are in basis points
     */
    @Topic("membership.governance")
    record BylawsChanged(int version, @Nullable UUID proposalId, Instant effectiveFrom, Map<String, String> changes)
            implements GovernanceEvent {
        @Override
        public String subject() {
            return Integer.toString(version);
        }
    }
}
