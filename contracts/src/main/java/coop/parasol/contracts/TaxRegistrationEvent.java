package coop.parasol.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service membership about how members are registered for tax. */
public sealed interface TaxRegistrationEvent extends Event {

    /** How the tax law of its country treats what a member supplies. */
    enum TaxScheme {
        /** registered for value added, goods and services or consumption tax, and charges it */
        STANDARD,
        /** exempt as a small enterprise (EU: Directive 2006/112/EC, Art. 284) */
        SMALL_ENTERPRISE,
        /** pays a share of its turnover and may not collect tax on supplies (India: CGST Act 2017, s. 10) */
        COMPOSITION,
        /** supplies nothing but exempt goods (India: CGST Act 2017, s. 31(3)(c)) */
        EXEMPT_SUPPLIES,
        /** not registered, or not any more */
        NONE
    }

    /**
     * From a day on a member is registered for tax in another way, or has agreed to self-billing. It never holds for a day before it
     * was entered; of all that hold on a day the one with the latest first day counts, of several that begin then the last entered.
     *
     * @param country ISO 3166-1 alpha-2, whose registration it is
     * @param number as the country's tax office has given it; absent where the scheme has none
     * @param address as it stands in that registration, for the documents that must name it; absent where it is not registered
     * @param validUntil last day; absent while it is open
     * @param selfBillingAgreedOn the day on which it has agreed that the firm draws up its invoices (EU: Art. 224); absent if it has not
     */
    @Topic("membership.members")
    record TaxRegistrationChanged(
            UUID memberId,
            UUID registrationId,
            TaxScheme scheme,
            String country,
            @Nullable String number,
            @Nullable String address,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate selfBillingAgreedOn,
            Instant enteredAt)
            implements TaxRegistrationEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
