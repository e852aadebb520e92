package coop.parasol.contracts;

/** A text that is not what is read: its message says in English what it should be, its kind says so to readers of every language. */
public final class MalformedValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What it should have been. */
    public enum Kind {
        /** an amount of money such as 1234.56 */
        AMOUNT,
        /** a number such as 12.5 */
        NUMBER,
        /** a number with fewer decimals or digits */
        DECIMALS,
        /** letters from A to Z, digits and signs of ASCII */
        ASCII
    }

    MalformedValue(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
