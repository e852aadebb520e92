package coop.parasol.distribution.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.shipment.rules.Sscc;
import coop.parasol.messaging.RestoredCounters;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Restored from a backup, distribution gives out no number that its own topics have shown. */
@QuarkusTest
class RestoredCountersTest {

    private static final String PREFIX = "8901234";

    @Inject
    Instance<RestoredCounters> counters;

    @Inject
    SsccSerials ssccSerials;

    @Inject
    UseCases useCases;

    @Test
    void the_next_shipping_unit_is_numbered_above_all_that_the_topics_have_shown() {
        long now = next();
        raiseAbove(dispatched(now + 500));
        raiseAbove(dispatched(now + 20));

        assertThat(next()).isEqualTo(now + 501);
    }

    @Test
    void invoices_are_numbered_on_from_the_highest_number_of_each_year() {
        raiseAbove(issued("INV-2031-000017"));
        raiseAbove(issued("INV-2031-000004"));
        raiseAbove(issued("INV-2032-000001"));

        assertThat(useCases.number("select last_number from invoice_year where first_day = date '2031-01-01'"))
                .isEqualByComparingTo("17");
        assertThat(useCases.number("select last_number from invoice_year where first_day = date '2032-01-01'"))
                .isEqualByComparingTo("1");
    }

    private long next() {
        return QuarkusTransaction.requiringNew().call(() -> ssccSerials.next());
    }

    private void raiseAbove(Event event) {
        QuarkusTransaction.requiringNew().run(() -> counters.forEach(counter -> counter.raiseAbove(event)));
    }

    private static ShipmentDispatched dispatched(long serial) {
        return new ShipmentDispatched(
                UUID.randomUUID(),
                Sscc.of(PREFIX, serial),
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(),
                Instant.now());
    }

    private static InvoiceIssued issued(String number) {
        return new InvoiceIssued(
                UUID.randomUUID(),
                number,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Money.of("1.00", "INR"));
    }
}
