package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.membership.Redelivery;
import coop.parasol.membership.Redelivery.Told;
import coop.parasol.membership.books.booking.OnPaymentReceived;
import coop.parasol.membership.books.booking.OnPayoutDocumentIssued;
import coop.parasol.membership.books.booking.OnPayoutStated;
import coop.parasol.membership.books.booking.OnPoolSettled;
import coop.parasol.membership.books.close.Business;
import coop.parasol.messaging.CloudEvents;
import coop.parasol.messaging.Envelope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** All that other services have told, told from offset 0: to the books that have it, and to a copy in which nothing is booked. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class ReplayedBooksTest {

    private static final String COPY = "empty_copy";
    private static final int POOLS = 12;

    @Inject
    Redelivery kafka;

    @Inject
    Business business;

    @Inject
    ExitScenario exits;

    @Inject
    BenchFirm firms;

    @Inject
    OnPaymentReceived onPaymentReceived;

    @Inject
    OnPayoutStated onPayoutStated;

    @Inject
    OnPoolSettled onPoolSettled;

    @Inject
    OnPayoutDocumentIssued onPayoutDocumentIssued;

    @Inject
    Session database;

    private final Random random = new Random(4);

    @Test
    void the_books_that_have_it_stay_as_they_are_and_an_empty_copy_books_the_same() throws SQLException {
        kafka.forget();
        List<UUID> members = List.of(exits.join(), exits.join(), exits.join());
        for (int pool = 0; pool < POOLS; pool++) {
            business.pool(random, members.subList(0, 1 + random.nextInt(members.size())));
            business.earn(random, 1L + random.nextInt(10_000));
        }
        String head = head();
        List<String> booked = booked(ExitScenario::inTransaction);

        kafka.fromZero();

        assertThat(head()).as("the end of the chain").isEqualTo(head);
        assertThat(booked(ExitScenario::inTransaction)).isEqualTo(booked);

        firms.empty(COPY);
        copy(() -> {
            for (String table : List.of("bylaws", "member")) {
                String columns = database.createNativeQuery(
                                "select string_agg(column_name, ', ') from information_schema.columns"
                                        + " where table_schema = 'public' and table_name = ?1 and is_generated = 'NEVER'",
                                String.class)
                        .setParameter(1, table)
                        .getSingleResult();
                database.createNativeMutationQuery("insert into " + table + " (" + columns + ") select " + columns
                                + " from public." + table)
                        .executeUpdate();
            }
            return true;
        });
        List<Told> shuffled = new ArrayList<>(kafka.told());
        Collections.shuffle(shuffled, random);
        shuffled.forEach(told -> copy(() -> book(told)));

        assertThat(booked(this::copy)).as("booked in the copy").isEqualTo(booked);
    }

    private boolean book(Told told) {
        Envelope envelope = CloudEvents.envelope(told.record());
        switch (told.event()) {
            case PaymentReceived paid -> onPaymentReceived.on(paid, envelope);
            case PayoutStatedV2 stated -> onPayoutStated.on(stated, envelope);
            case PoolSettledV2 settled -> onPoolSettled.on(settled, envelope);
            case PayoutDocumentIssued issued -> onPayoutDocumentIssued.on(issued, envelope);
            default -> throw new IllegalStateException(told.toString());
        }
        return true;
    }

    /** What each event has moved, for whom, and what it has come to be owed; numbers, days and salts are each ledger's own. */
    private List<String> booked(In in) {
        String[] events = kafka.told().stream()
                .map(told -> CloudEvents.envelope(told.record()).id().toString())
                .toArray(String[]::new);
        return in.run(() -> database.createNativeQuery("""
                        select concat_ws(' ', e.event, e.source_document, e.causation_id, l.line, l.account, l.member_id, l.amount,
                               (select amount from patronage_volume v where e.event = 'PayoutStated' and v.member_id = e.member_id
                                       and cast(v.settlement_id as text) = split_part(e.source_document, ':', 1)),
                               (select sum(p.amount) from payout o join payable p on p.source_id = o.id
                                 where e.event = 'PayoutStated' and o.member_id = e.member_id
                                   and cast(o.settlement_id as text) = split_part(e.source_document, ':', 1)))
                          from journal_entry e join journal_line l on l.entry = e.id where e.causation_id = any (cast(?1 as uuid[]))
                         order by e.event, e.source_document, l.line
                        """, String.class)
                .setParameter(1, events)
                .getResultList());
    }

    /** A transaction of one of the two. */
    private interface In {
        <T> T run(Callable<T> work);
    }

    private <T> T copy(Callable<T> work) {
        return firms.in(COPY, work);
    }

    private String head() {
        return ExitScenario.inTransaction(() -> database.createNativeQuery(
                        "select concat_ws(' ', last_number, encode(digest, 'hex')) from journal_head", String.class)
                .getSingleResult());
    }
}
