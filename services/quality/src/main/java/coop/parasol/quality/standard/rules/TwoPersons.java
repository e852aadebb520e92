package coop.parasol.quality.standard.rules;

/** No standard takes effect by one person alone. */
public final class TwoPersons {

    private TwoPersons() {}

    /** Whether {@code approver} may approve what {@code drafter} has drafted; names are compared as Keycloak does. */
    public static boolean mayApprove(String drafter, String approver) {
        return !drafter.equalsIgnoreCase(approver);
    }
}
