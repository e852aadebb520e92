package coop.parasol.distribution.stock;

/** Which rows of {@code batch} have units that may be promised: on hand, certified and within date. */
final class AvailableUnits {

    private AvailableUnits() {}

    /**
     * The condition.
     *
     * @param dayParameter the name of the statement's parameter that is bound to the firm's present day
     */
    static String condition(String dayParameter) {
        return "has_units_on_hand and certificate_state = 'CERTIFIED' and expiry >= :" + dayParameter;
    }
}
