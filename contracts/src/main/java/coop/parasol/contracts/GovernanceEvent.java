package coop.parasol.contracts;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the members decide together: proposals, votes, bylaws. */
public sealed interface GovernanceEvent extends Event {

    /** What members can vote on. */
    enum ProposalKind {
        BYLAW_CHANGE,
        ADMISSION,
        EXPULSION,
        /** how a period's surplus is used */
        SURPLUS,
        FREE_TEXT
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
            implements GovernanceEvent {
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
            implements GovernanceEvent {
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
            implements GovernanceEvent {
        @Override
        public String subject() {
            return proposalId.toString();
        }
    }
}
