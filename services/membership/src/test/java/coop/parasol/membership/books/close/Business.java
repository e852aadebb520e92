package coop.parasol.membership.books.close;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentKind;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Desk;
import coop.parasol.membership.Redelivery;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.manualentry.SecondPerson;
import coop.parasol.membership.books.period.ClosedPeriods;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What a firm earns and spends, and how its years end, for tests whose own user is one person. */
@ApplicationScoped
public class Business {

    private static final Period WEEK = Period.parse("2026-W48");
    private static final Cause CAUSE = Cause.of("tomas");

    private final Redelivery kafka;
    private final ClosePeriod closePeriod;
    private final Balances balances;
    private final ClosedPeriods closedPeriods;
    private final SecondPerson secondPerson;
    private final FirmCurrency firmCurrency;
    private final FirmClock firmClock;
    private final Session database;

    Business(
            Redelivery kafka,
            ClosePeriod closePeriod,
            Balances balances,
            ClosedPeriods closedPeriods,
            SecondPerson secondPerson,
            FirmCurrency firmCurrency,
            FirmClock firmClock,
            Session database) {
        this.kafka = kafka;
        this.closePeriod = closePeriod;
        this.balances = balances;
        this.closedPeriods = closedPeriods;
        this.secondPerson = secondPerson;
        this.firmCurrency = firmCurrency;
        this.firmClock = firmClock;
        this.database = database;
    }

    /** A pool from the partners' payments to the producers' statements, told in any order. */
    public void pool(Random random, List<UUID> producers) {
        UUID pool = UUID.randomUUID();
        long margin = 1L + random.nextInt(50_000);
        List<Event> events = new ArrayList<>();
        long payouts = 0;
        long receipts = margin;
        for (UUID producer : producers) {
            long sales = 1_000L + random.nextInt(400_000);
            payouts += sales;
            receipts += sales;
            long value = producer.equals(producers.getFirst()) ? sales + margin : sales;
            events.add(paid(producer, value));
            events.add(new PayoutStated(
                            pool,
                            pool,
                            producer,
                            "LAMP",
                            WEEK,
                            List.of(),
                            money(sales),
                            money(0),
                            money(sales),
                            money(value))
                    .upgraded());
            if (sales % 2 == 0) {
                events.add(withTax(pool, producer, sales));
            }
        }
        events.add(new PoolSettled(
                        pool,
                        pool,
                        "LAMP",
                        WEEK,
                        money(receipts),
                        money(margin),
                        money(0),
                        money(0),
                        money(payouts),
                        money(0),
                        producers.size())
                .upgraded());
        kafka.tell(random, events.toArray(Event[]::new));
    }

    /** The producer charges tax: it is owed 19 % on top. */
    private PayoutDocumentIssued withTax(UUID pool, UUID producer, long sales) {
        return new PayoutDocumentIssued(
                UUID.randomUUID(),
                pool,
                producer,
                PayoutDocumentKind.SELF_BILLING_INVOICE,
                "SB-2026-%06d".formatted(sales),
                firmClock.today(),
                money(sales),
                money(sales * 19 / 100),
                "0".repeat(64));
    }

    /** Partners pay for the firm's own goods. */
    public void earn(Random random, long amount) {
        kafka.tell(random, paid(null, amount));
    }

    private PaymentReceived paid(@Nullable UUID producer, long amount) {
        return new PaymentReceived(
                UUID.randomUUID(),
                UUID.randomUUID(),
                money(amount),
                List.of(new PaidGoods("LAMP", "A", UUID.randomUUID(), producer, Quantity.of(1, "C62"), money(amount))),
                WEEK,
                "UTR",
                Instant.EPOCH);
    }

    /** Wages by hand, as two persons book them; @return the entry */
    public long spend(long amount) {
        return spend(amount, firmClock.today());
    }

    public long spend(long amount, LocalDate on) {
        return secondPerson.approve(
                Desk.post("/ledger/manual-entries", """
                        {"narrative": "Wages", "bookedOn": "%2$s", "lines": [
                          {"account": "WAGES", "amount": {"amount": "%1$s", "currency": "INR"}},
                          {"account": "BANK", "amount": {"amount": "-%1$s", "currency": "INR"}}]}
                        """.formatted(money(amount).amount(), on))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("manualEntryId"));
    }

    /** It was a mistake. */
    public void takeBack(long entry) {
        secondPerson.approve(Desk.post("/ledger/entries/" + entry + "/reversal", "{\"reason\": \"A mistake\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("manualEntryId"));
    }

    /** Whatever other tests have left: a period is open from today on. */
    public void booksBeginToday() {
        QuarkusTransaction.requiringNew().run(() -> {
            LocalDate yesterday = firmClock.today().minusDays(1);
            Optional<LocalDate> closed = closedPeriods.closedUntil();
            database.createNativeMutationQuery("delete from financial_period where state <> 'CLOSED'")
                    .executeUpdate();
            if (closed.isEmpty() || closed.get().isBefore(yesterday)) {
                UUID period = UUID.randomUUID();
                database.createNativeMutationQuery("""
                                insert into financial_period (id, first_day, last_day, state, limited_return_rate, proposed_by, proposed_at,
                                       surplus, volume, bylaws_version, reserve_share, cash_share, revolves_on, version)
                                values (?1, ?2, ?3, 'PROPOSED', 0, 'tara', now(), 0, 0, 1, 0, 2000, ?3, 0)
                                """)
                        .setParameter(1, period)
                        .setParameter(2, closed.map(day -> day.plusDays(1)).orElse(yesterday))
                        .setParameter(3, yesterday)
                        .executeUpdate();
                balances.storeClosing(period, yesterday);
                database.createNativeMutationQuery("update financial_period set state = 'CLOSED', closed_by = 'tomas',"
                                + " closed_at = now(), revolved_at = now() where id = ?1")
                        .setParameter(1, period)
                        .executeUpdate();
            }
        });
    }

    /** For the tests that follow: no period is open, and no closed one holds capital that later ones wait for. */
    public void booksEnd() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeMutationQuery("delete from financial_period where state <> 'CLOSED'")
                    .executeUpdate();
            database.createNativeMutationQuery(
                            "update financial_period set revolved_at = now() where revolved_at is null")
                    .executeUpdate();
        });
    }

    /**
     * The period up to yesterday is closed by two persons.
     *
     * @param limitedReturn as wished; nothing where the year's cap leaves less
     * @return what each share has borne of a loss; empty if no day has passed since the last close
     */
    public Optional<BigDecimal> close(int limitedReturn) {
        LocalDate yesterday = firmClock.today().minusDays(1);
        LocalDate closed = QuarkusTransaction.requiringNew()
                .call(() -> closedPeriods.closedUntil().orElseThrow());
        if (!closed.isBefore(yesterday)) {
            return Optional.empty();
        }
        LocalDate last = closed.plusMonths(17).isBefore(yesterday) ? closed.plusMonths(17) : yesterday;
        String period = Desk.post("/periods", "{\"lastDay\": \"" + last + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("periodId");
        String closing = "/periods/" + period + "/closing";
        if (Desk.post(closing, "{\"limitedReturnRate\": " + limitedReturn + "}").statusCode() != 200) {
            Desk.post(closing, "{}").then().statusCode(200);
        }
        JsonPath preview = RestAssured.given()
                .get("/periods/" + period + "/close-preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (int time = 0; time < 2; time++) {
            QuarkusTransaction.requiringNew().run(() -> closePeriod.close(UUID.fromString(period), "tomas", CAUSE));
        }
        return Optional.of(new BigDecimal(preview.getString("lossPerShare.amount")));
    }

    /** Patronage capital of every period whose years have passed, and those of all before it, is payable. */
    public void revolve() {
        List<UUID> due = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select id from financial_period p where state = 'CLOSED' and revolved_at is null and revolves_on <= ?1"
                                        + " and not exists (select from financial_period older where older.last_day < p.last_day"
                                        + " and older.revolved_at is null and older.revolves_on > ?1) order by last_day",
                                UUID.class)
                        .setParameter(1, firmClock.today())
                        .getResultList());
        due.forEach(period -> {
            Desk.post("/periods/" + period + "/revolving", "{}").then().statusCode(200);
            Desk.post("/periods/" + period + "/revolving", "{}").then().statusCode(409);
        });
    }

    private Money money(long minor) {
        return firmCurrency.money(minor);
    }
}
