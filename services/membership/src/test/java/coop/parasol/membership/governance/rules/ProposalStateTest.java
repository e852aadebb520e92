package coop.parasol.membership.governance.rules;

import static coop.parasol.membership.governance.rules.ProposalState.ANNOUNCED;
import static coop.parasol.membership.governance.rules.ProposalState.CARRIED;
import static coop.parasol.membership.governance.rules.ProposalState.OPEN;
import static coop.parasol.membership.governance.rules.ProposalState.REJECTED;
import static coop.parasol.membership.governance.rules.ProposalState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalStateTest {

    private static final Map<ProposalState, Set<ProposalState>> ALLOWED = Map.of(
            ANNOUNCED, Set.of(OPEN, WITHDRAWN),
            OPEN, Set.of(CARRIED, REJECTED, WITHDRAWN),
            CARRIED, Set.of(),
            REJECTED, Set.of(),
            WITHDRAWN, Set.of());

    @Test
    void a_proposal_goes_forward_only_and_is_decided_or_withdrawn_once() {
        ALLOWED.forEach((state, next) -> assertThat(
                        Arrays.stream(ProposalState.values()).filter(state::canBecome))
                .as(state.name())
                .containsExactlyInAnyOrderElementsOf(next));
    }

    @Test
    void changes_of_bylaws_and_expulsions_alone_need_the_larger_majority() {
        assertThat(Arrays.stream(ProposalKind.values()).filter(VoteCount::needsBylawMajority))
                .containsExactlyInAnyOrder(ProposalKind.BYLAW_CHANGE, ProposalKind.EXPULSION);
    }
}
