package coop.parasol.local.simulation;

/**
 * A made-up member.
 *
 * @param number in the order in which the members were made up
 * @param email its user name
 */
record SimulatedMember(int number, String memberId, String email) implements Comparable<SimulatedMember> {

    @Override
    public int compareTo(SimulatedMember other) {
        return Integer.compare(number, other.number);
    }
}
