package coop.parasol.distribution.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.shipment.rules.Sscc;
import coop.parasol.messaging.Outbox;
import coop.parasol.messaging.RestoredCounters;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
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

    @Inject
    Outbox outbox;

    @Inject
    Jdbi jdbi;

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

    /** A restored database has lost what it gave out; its own topics have not, and the relay reads them when it begins. */
    @Test
    void a_restored_database_gives_out_no_number_that_was_given_out_before_the_restore() {
        long serial = next() + 1_000;
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(dispatched(serial), UseCases.CAUSE);
            outbox.append(issued("INV-2033-000041"), UseCases.CAUSE);
        });
        await().atMost(Events.PATIENCE).until(() -> isZero("select count(*) from outbox"));

        // the state of before, with the relay's lock gone as with the process
        execute("delete from sent_event");
        execute("delete from sent_position");
        execute("delete from invoice_year where first_day = date '2033-01-01'");
        execute(
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and objsubid = 1"
                        + " and database = (select oid from pg_database where datname = current_database())");

        await().atMost(Events.PATIENCE)
                .until(() -> !isZero("select count(*) from restored_event where type like '%InvoiceIssued%'"));
        assertThat(next()).isGreaterThan(serial);
        assertThat(useCases.number("select last_number from invoice_year where first_day = date '2033-01-01'"))
                .isEqualByComparingTo("41");
    }

    private boolean isZero(String count) {
        return useCases.number(count).signum() == 0;
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql)));
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
                Money.of("1.00", "INR"),
                null,
                null);
    }
}
