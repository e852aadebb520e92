package coop.parasol.local.simulation;

import java.util.List;

/**
 * What a network's load has come to.
 *
 * @param scale part of the network's size, from 0 to 1
 * @param counted by how much the disk is divided, and what that is
 */
record Result(
        Network network,
        double scale,
        double seconds,
        List<CallStatistics.Summary> calls,
        Observation.Seen seen,
        long counted,
        String countedWords) {

    /** Rates that are less than this part of what is wanted were not reached. */
    private static final double REACHED = 0.97;

    /** Whether nothing failed and all rates were reached. */
    boolean held() {
        return calls.stream()
                .allMatch(call -> call.failed() == 0 && !(call.reached() < REACHED * call.wanted() - 1 / seconds));
    }

    MachineLimit limit() {
        return MachineLimit.of(seen, held());
    }
}
