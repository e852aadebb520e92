package coop.parasol.pricing.document.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a payout is drawn up as a document, and as which; else it stays a plain statement, for a reason. */
public final class DocumentChoice {

    private DocumentChoice() {}

    /** Why a statement stays a plain one. */
    public enum PlainReason {
        /** the statement comes to nothing */
        NOTHING_PAID,
        /** the country asks for no document of a producer with this registration */
        NOTHING_ASKED,
        /** the producer is registered in another country */
        OTHER_COUNTRY,
        /** the producer has not agreed to self-billing */
        AGREEMENT_MISSING,
        /** the producer's tax number is not known */
        SUPPLIER_NUMBER_MISSING,
        /** the firm's tax number is not set */
        ISSUER_NUMBER_MISSING,
        /** the producer's name or address is not known any more */
        SUPPLIER_UNKNOWN
    }

    /**
     * How a producer is registered.
     *
     * @param number absent where it has none
     * @param address absent where it is not registered
     * @param validUntil last day; absent while it is open
     * @param selfBillingAgreedOn absent if it has not agreed
     */
    public record TaxRegistration(
            UUID memberId,
            TaxScheme scheme,
            String country,
            @Nullable String number,
            @Nullable String address,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate selfBillingAgreedOn) {}

    /** The template by which a payout is drawn up, or why it stays a plain statement. */
    public sealed interface Choice permits Drawn, Plain {}

    /** It is drawn up by a template. */
    public record Drawn(DocumentTemplate template) implements Choice {}

    /** It stays a plain statement. */
    public record Plain(PlainReason reason) implements Choice {}

    /**
     * The registration that holds on a day: the one with the latest first day, of several the last entered.
     *
     * @param entered of one producer in the order they were entered
     */
    public static Optional<TaxRegistration> inForce(Collection<TaxRegistration> entered, LocalDate day) {
        return entered.stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .sorted(Comparator.comparing(TaxRegistration::validFrom))
                .reduce((earlier, later) -> later)
                .filter(one -> one.validUntil() == null || !one.validUntil().isBefore(day));
    }

    /**
     * Chooses.
     *
     * @param templates of the firm's country that it uses
     * @param country of the firm
     * @param registration of the producer that holds; absent where none does
     * @param issuerHasNumber whether the firm's own tax number is set
     * @param total that the document would come to
     */
    public static Choice choose(
            Collection<DocumentTemplate> templates,
            String country,
            @Nullable TaxRegistration registration,
            boolean issuerHasNumber,
            Money total) {
        if (total.isZero()) {
            return new Plain(PlainReason.NOTHING_PAID);
        }
        TaxScheme scheme = registration == null ? TaxScheme.NONE : registration.scheme();
        if (registration != null
                && scheme != TaxScheme.NONE
                && !registration.country().equals(country)) {
            return new Plain(PlainReason.OTHER_COUNTRY);
        }
        Optional<DocumentTemplate> template = templates.stream()
                .filter(each -> each.schemes().contains(scheme))
                .min(Comparator.comparing(DocumentTemplate::id));
        return template.map(found -> complete(found, registration, issuerHasNumber))
                .orElse(new Plain(PlainReason.NOTHING_ASKED));
    }

    private static Choice complete(
            DocumentTemplate template, @Nullable TaxRegistration registration, boolean issuerHasNumber) {
        if (template.needsAgreement() && (registration == null || registration.selfBillingAgreedOn() == null)) {
            return new Plain(PlainReason.AGREEMENT_MISSING);
        }
        if (template.needsSupplierNumber() && (registration == null || registration.number() == null)) {
            return new Plain(PlainReason.SUPPLIER_NUMBER_MISSING);
        }
        if (template.needsIssuerNumber() && !issuerHasNumber) {
            return new Plain(PlainReason.ISSUER_NUMBER_MISSING);
        }
        return new Drawn(template);
    }
}
