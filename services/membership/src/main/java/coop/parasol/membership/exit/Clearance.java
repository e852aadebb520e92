package coop.parasol.membership.exit;

/** The services that have to clear an exit: none of them has anything open of the member any more. */
enum Clearance {
    PRODUCTION(ExitStep.CLEARED_BY_PRODUCTION),
    QUALITY(ExitStep.CLEARED_BY_QUALITY),
    DISTRIBUTION(ExitStep.CLEARED_BY_DISTRIBUTION);

    private final ExitStep step;

    Clearance(ExitStep step) {
        this.step = step;
    }

    ExitStep step() {
        return step;
    }
}
