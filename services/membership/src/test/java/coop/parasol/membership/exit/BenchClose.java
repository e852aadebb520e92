package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.close.ClosePeriod;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;

/** Closes periods of a seeded firm in which every member has done business, so that each gets a bonus. */
@ApplicationScoped
class BenchClose {

    private static final long VOLUME = 1_000_00;
    private static final long SURPLUS = 100_00;

    private final BenchFirm firms;
    private final FirmClock firmClock;
    private final Journal journal;
    private final ClosePeriod closePeriod;
    private final Session database;

    BenchClose(BenchFirm firms, FirmClock firmClock, Journal journal, ClosePeriod closePeriod, Session database) {
        this.firms = firms;
        this.firmClock = firmClock;
        this.journal = journal;
        this.closePeriod = closePeriod;
        this.database = database;
    }

    /** @return seconds from the second person's word to the commit */
    double close(int members, int round) {
        UUID period = firms.in(members, () -> propose(members, round));
        long begun = System.nanoTime();
        ClosePeriod.Outcome outcome = firms.in(members, () -> closePeriod.close(period, "second", ExitScenario.CAUSE));
        if (!(outcome instanceof ClosePeriod.Closed)) {
            throw new IllegalStateException("not closed but " + outcome);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** One day is one period; it is after all that the other measurements book. */
    private UUID propose(int members, int round) {
        LocalDate day = firmClock.today().plusDays(10L + round);
        database.createNativeMutationQuery("insert into patronage_volume (settlement_id, member_id, sold_on, amount)"
                        + " select gen_random_uuid(), id, ?1, ?2 from member where share_cancelled_at is null")
                .setParameter(1, day)
                .setParameter(2, VOLUME)
                .executeUpdate();
        journal.post(
                new Entry.Builder()
                        .debit(Account.BANK, SURPLUS * members)
                        .credit(Account.OTHER_INCOME, SURPLUS * members)
                        .narrative("Result of a measurement")
                        .bookedOn(day)
                        .build("BookedByHand", UUID.randomUUID(), null, null),
                ExitScenario.CAUSE);
        UUID period = UUID.randomUUID();
        database.createNativeMutationQuery("""
                        insert into financial_period (id, first_day, last_day, state, limited_return_rate, proposed_by, proposed_at, surplus,
                                                      volume, bylaws_version, version)
                        select ?1, ?2, ?2, 'PROPOSED', 0, 'first', ?3, ?4, sum(amount), (select max(version) from bylaws), 0
                          from patronage_volume where sold_on = ?2
                        """)
                .setParameter(1, period)
                .setParameter(2, day)
                .setParameter(3, firmClock.now())
                .setParameter(4, SURPLUS * members)
                .executeUpdate();
        return period;
    }
}
