package coop.parasol.membership.governance;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.governance.rules.BallotChoice;
import coop.parasol.membership.governance.rules.VoteCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Who has voted, and what was voted. For a secret vote the second is kept as sums only: there is no row of a single ballot that
 * anything could lead back to a voter, no time and no order.
 */
@ApplicationScoped
class Ballots {

    private final Jdbi jdbi;
    private final FirmClock clock;

    Ballots(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A vote that was not secret. */
    record OpenBallot(UUID memberId, BallotChoice choice, Instant castAt) {}

    private record Tally(BallotChoice choice, long votes) {}

    /** @return whether it counts; a member that has voted already does not vote again, nor otherwise */
    boolean cast(Proposal proposal, UUID memberId, BallotChoice choice) {
        int added = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into turnout (proposal_id, member_id) values (:proposal, :member) on conflict do nothing
                        """)
                .bind("proposal", proposal.id)
                .bind("member", memberId)
                .execute());
        if (added == 0) {
            return false;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into tally (proposal_id, choice, votes) values (:proposal, :choice, 1)
                        on conflict (proposal_id, choice) do update set votes = tally.votes + 1
                        """)
                .bind("proposal", proposal.id)
                .bind("choice", choice)
                .execute());
        if (!proposal.secret) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into open_ballot (proposal_id, member_id, choice, cast_at)
                            values (:proposal, :member, :choice, :now)
                            """)
                    .bind("proposal", proposal.id)
                    .bind("member", memberId)
                    .bind("choice", choice)
                    .bind("now", clock.now())
                    .execute());
        }
        return true;
    }

    /**
     * Takes the votes of members that hold no share any more out of the tally, before it is counted. Of a secret vote nobody knows
     * which they are, and they stay.
     *
     * @param holders members that hold a share now
     */
    void removeLapsed(Proposal proposal, List<UUID> holders) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update tally t set votes = t.votes - lapsed.votes
                          from (select choice, count(*) as votes from open_ballot
                                 where proposal_id = :proposal and not member_id = any (:holders) group by choice) lapsed
                         where t.proposal_id = :proposal and t.choice = lapsed.choice
                        """)
                .bind("proposal", proposal.id)
                .bindArray("holders", UUID.class, holders)
                .execute());
    }

    VoteCount count(Proposal proposal) {
        Map<BallotChoice, Long> votes = new EnumMap<>(BallotChoice.class);
        jdbi.withHandle(handle -> handle.createQuery("select choice, votes from tally where proposal_id = :proposal")
                        .bind("proposal", proposal.id)
                        .mapTo(Tally.class)
                        .list())
                .forEach(tally -> votes.put(tally.choice(), tally.votes()));
        return new VoteCount(
                proposal.electorate == null ? 0 : proposal.electorate,
                votes.getOrDefault(BallotChoice.YES, 0L),
                votes.getOrDefault(BallotChoice.NO, 0L),
                votes.getOrDefault(BallotChoice.ABSTAIN, 0L));
    }

    /** Who has voted, in the order of their ids, which says nothing about when. */
    List<UUID> voters(UUID proposalId, UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select member_id from turnout where proposal_id = :proposal and member_id > :after
                         order by member_id limit :maxRows
                        """)
                .bind("proposal", proposalId)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(UUID.class)
                .list());
    }

    /** Who has voted what, of a vote that was not secret, in the order of the voters' ids. */
    List<OpenBallot> openBallots(UUID proposalId, UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select member_id, choice, cast_at from open_ballot where proposal_id = :proposal and member_id > :after
                         order by member_id limit :maxRows
                        """)
                .bind("proposal", proposalId)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(OpenBallot.class)
                .list());
    }
}
