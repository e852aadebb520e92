package coop.parasol.membership.governance.rules;

/**
 * <pre>
 * ANNOUNCED -> OPEN -> CARRIED | REJECTED
 *     |_________|-> WITHDRAWN  (by whoever proposed it, before anybody has voted)
 * </pre>
 */
public enum ProposalState {
    ANNOUNCED,
    OPEN,
    CARRIED,
    REJECTED,
    WITHDRAWN;

    public boolean canBecome(ProposalState next) {
        return switch (this) {
            case ANNOUNCED -> next == OPEN || next == WITHDRAWN;
            case OPEN -> next == CARRIED || next == REJECTED || next == WITHDRAWN;
            case CARRIED, REJECTED, WITHDRAWN -> false;
        };
    }
}
