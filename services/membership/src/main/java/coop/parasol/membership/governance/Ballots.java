package coop.parasol.membership.governance;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.governance.rules.Choice;
import coop.parasol.membership.governance.rules.VoteCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Who has voted, and what was voted. For a secret vote the second is kept as sums only: there is no row of a single ballot that
 * anything could lead back to a voter, no time and no order.
 */
@ApplicationScoped
class Ballots {

    private final Session database;
    private final FirmClock clock;

    Ballots(Session database, FirmClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A vote that was not secret. */
    record OpenBallot(UUID memberId, Choice choice, Instant castAt) {}

    /** @return whether it counts; a member that has voted already does not vote again, nor otherwise */
    boolean cast(Proposal proposal, UUID member, Choice choice) {
        int first = database.createNativeMutationQuery(
                        "insert into turnout (proposal_id, member_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, proposal.id)
                .setParameter(2, member)
                .executeUpdate();
        if (first == 0) {
            return false;
        }
        database.createNativeMutationQuery("""
                        insert into tally (proposal_id, choice, votes) values (?1, ?2, 1)
                        on conflict (proposal_id, choice) do update set votes = tally.votes + 1
                        """)
                .setParameter(1, proposal.id)
                .setParameter(2, choice.name())
                .executeUpdate();
        if (!proposal.secret) {
            database.createNativeMutationQuery(
                            "insert into open_ballot (proposal_id, member_id, choice, cast_at) values (?1, ?2, ?3, ?4)")
                    .setParameter(1, proposal.id)
                    .setParameter(2, member)
                    .setParameter(3, choice.name())
                    .setParameter(4, clock.now())
                    .executeUpdate();
        }
        return true;
    }

    VoteCount count(Proposal proposal) {
        Map<Choice, Long> votes = new EnumMap<>(Choice.class);
        database.createNativeQuery("select choice, votes from tally where proposal_id = ?1", Object[].class)
                .setParameter(1, proposal.id)
                .getResultList()
                .forEach(row -> votes.put(Choice.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return new VoteCount(
                proposal.electorate == null ? 0 : proposal.electorate,
                votes.getOrDefault(Choice.YES, 0L),
                votes.getOrDefault(Choice.NO, 0L),
                votes.getOrDefault(Choice.ABSTAIN, 0L));
    }

    /** Who has voted, in the order of their ids, which says nothing about when. */
    List<UUID> voters(UUID proposal, UUID after, int fetch) {
        return database.createNativeQuery(
                        "select member_id from turnout where proposal_id = ?1 and member_id > ?2 order by member_id limit ?3",
                        UUID.class)
                .setParameter(1, proposal)
                .setParameter(2, after)
                .setParameter(3, fetch)
                .getResultList();
    }

    List<OpenBallot> open(UUID proposal, UUID after, int fetch) {
        return database
                .createNativeQuery(
                        "select member_id, choice, cast_at from open_ballot where proposal_id = ?1 and member_id > ?2"
                                + " order by member_id limit ?3",
                        Object[].class)
                .setParameter(1, proposal)
                .setParameter(2, after)
                .setParameter(3, fetch)
                .getResultList()
                .stream()
                .map(row -> new OpenBallot((UUID) row[0], Choice.valueOf((String) row[1]), (Instant) row[2]))
                .toList();
    }
}
