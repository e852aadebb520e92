package coop.parasol.membership.staff.rules;

/** What a person may be given who works for the firm; each is a group at Keycloak, whose accounts have the role. */
public enum StaffRole {
    REGISTRAR("registrars"),
    TREASURER("treasurers"),
    QUALITY_DESK("quality-desk"),
    PRICING_DESK("pricing-desk"),
    LOGISTICS_DESK("logistics-desk"),
    AUDITOR("auditors"),
    ADMINISTRATOR("administrators");

    private final String group;

    StaffRole(String group) {
        this.group = group;
    }

    /** The name of its group at Keycloak. */
    public String group() {
        return group;
    }
}
