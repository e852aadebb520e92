package coop.parasol.local.season;

/**
 * Which of the demo's users does what for the firm in a season. Whoever is a second person of a decision is another one than the
 * first.
 */
public record Staff(
        String registrar,
        String treasurer,
        String secondTreasurer,
        String qualityDesk,
        String secondQualityDesk,
        String pricingDesk,
        String secondPricingDesk,
        String logisticsDesk) {

    /** A person for each role, and two where two have to decide. */
    public static final Staff ONE_PERSON_A_ROLE =
            new Staff("rekha", "tara", "tomas", "qadir", "qasim", "priya", "pavan", "leela");

    /** Three employees, each with several roles. */
    public static final Staff THREE_EMPLOYEES =
            new Staff("asha", "asha", "bela", "bela", "chitra", "asha", "bela", "chitra");
}
