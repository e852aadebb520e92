package coop.parasol.membership.taxregistration.rules;

import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import coop.parasol.firm.rules.TaxNumberFormat;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a member's tax registration can be entered: its number is one of its country, and it never holds for days gone by. */
public final class TaxRegistrationRules {

    private static final int MAX_NUMBER = 20;

    private TaxRegistrationRules() {}

    /**
     * What is to be entered.
     *
     * @param number in its normal form; absent where there is none
     * @param address as registered; absent where there is none
     */
    public record Wanted(
            TaxScheme scheme,
            String country,
            @Nullable String number,
            @Nullable String address,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate selfBillingAgreedOn) {}

    /**
     * Why it cannot be.
     *
     * @param field that is wrong
     * @param code stable, for programs
     */
    public record Objection(String field, String code, String sentence) {}

    /**
     * The first objection; empty if it can be entered.
     *
     * @param format of the country's numbers; absent where none is known, so that any number is taken
     * @param today the firm's day
     */
    public static Optional<Objection> objection(Wanted wanted, @Nullable TaxNumberFormat format, LocalDate today) {
        return numberObjection(wanted, format)
                .or(() -> addressObjection(wanted))
                .or(() -> dayObjection(wanted, today));
    }

    private static Optional<Objection> numberObjection(Wanted wanted, @Nullable TaxNumberFormat format) {
        String number = wanted.number();
        if (wanted.scheme() == TaxScheme.NONE) {
            return number == null
                    ? Optional.empty()
                    : objection("number", "number-not-wanted", "Who is not registered has no number.");
        }
        if (number == null) {
            return needsNumber(wanted.scheme())
                    ? objection("number", "number-missing", "Give the number of the registration.")
                    : Optional.empty();
        }
        if (format != null && !format.accepts(number)) {
            return objection(
                    "number",
                    "malformed-tax-number",
                    "Give a tax number of " + wanted.country() + ", such as " + format.example() + ".");
        }
        return number.length() > MAX_NUMBER || !number.matches("[0-9A-Z+*]+")
                ? objection("number", "malformed-tax-number", "A tax number has at most 20 letters and digits.")
                : Optional.empty();
    }

    private static boolean needsNumber(TaxScheme scheme) {
        return switch (scheme) {
            case STANDARD, COMPOSITION -> true;
            case SMALL_ENTERPRISE, EXEMPT_SUPPLIES, NONE -> false;
        };
    }

    private static Optional<Objection> addressObjection(Wanted wanted) {
        return wanted.scheme() != TaxScheme.NONE && wanted.address() == null
                ? objection("address", "address-missing", "Give the address as it stands in the registration.")
                : Optional.empty();
    }

    private static Optional<Objection> dayObjection(Wanted wanted, LocalDate today) {
        if (wanted.validFrom().isBefore(today)) {
            return objection(
                    "validFrom", "retroactive", "A registration holds from today or a later day on, never before.");
        }
        LocalDate until = wanted.validUntil();
        if (until != null && until.isBefore(wanted.validFrom())) {
            return objection("validUntil", "ends-before-it-begins", "The last day is before the first.");
        }
        LocalDate agreed = wanted.selfBillingAgreedOn();
        return agreed != null && agreed.isAfter(today)
                ? objection("selfBillingAgreedOn", "in-the-future", "The day of the agreement is still to come.")
                : Optional.empty();
    }

    private static Optional<Objection> objection(String field, String code, String sentence) {
        return Optional.of(new Objection(field, code, sentence));
    }
}
