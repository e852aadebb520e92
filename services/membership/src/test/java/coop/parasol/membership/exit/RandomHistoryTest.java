package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.membership.Desk;
import coop.parasol.membership.Firm;
import coop.parasol.membership.MovableClock;
import coop.parasol.membership.booking.OnPaymentReceived;
import coop.parasol.membership.member.Member;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever the history of joins, sales and exits: the books balance, everybody owns 1/N, and v stays where it is. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class RandomHistoryTest {

    private static final Cause CAUSE = Cause.of("history");

    @Inject
    RequestExit requestExit;

    @Inject
    ClearExit clearExit;

    @Inject
    ValueDueExits valueDueExits;

    @Inject
    OnPaymentReceived onPaymentReceived;

    @Inject
    Firm firm;

    @Inject
    MovableClock clock;

    private final Random random = new Random(2026);
    private final List<UUID> members = new ArrayList<>();

    @Test
    void over_a_random_history_the_laws_of_equal_ownership_hold() {
        members.add(UUID.fromString(Desk.join()));
        for (int step = 0; step < 120; step++) {
            BigDecimal before = value();
            switch (random.nextInt(4)) {
                case 0, 1 -> members.add(UUID.fromString(Desk.join()));
                case 2 -> leave();
                default -> sell();
            }

            JsonPath check = Desk.check();
            assertThat(check.getBoolean("entriesSumToZero")).isTrue();
            assertThat(check.getBoolean("netBookValueEquation")).isTrue();
            assertThat(check.getBoolean("onePerMember")).isTrue();
            assertThat(value().subtract(before).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
        }
    }

    private void leave() {
        if (members.size() == 1) {
            return;
        }
        UUID id = members.remove(random.nextInt(members.size()));
        UUID exit = QuarkusTransaction.requiringNew().call(() -> {
            Member member = Member.lock(id).orElseThrow();
            RequestExit.Outcome outcome = requestExit.ask(member, null, CAUSE);
            return outcome instanceof RequestExit.Asked asked ? asked.exit().id : new UUID(0, 0);
        });
        QuarkusTransaction.requiringNew()
                .run(() -> clearExit.clear(exit, (one, now) -> one.qualityClearedAt = now, CAUSE));
        QuarkusTransaction.requiringNew()
                .run(() -> clearExit.clear(exit, (one, now) -> one.distributionClearedAt = now, CAUSE));
        clock.forward(Duration.ofDays(100));
        QuarkusTransaction.requiringNew()
                .run(() -> clearExit.clear(exit, (one, now) -> one.productionClearedAt = now, CAUSE));
        valueDueExits.run();
        Desk.post("/exits/" + exit + "/payment", "{\"bankReference\": \"UTR\"}")
                .then()
                .statusCode(200);
    }

    private void sell() {
        Money amount = firm.money(1 + random.nextInt(1_000_000));
        UUID owner = random.nextBoolean() ? members.getFirst() : null;
        PaymentReceived paid = new PaymentReceived(
                UUID.randomUUID(),
                UUID.randomUUID(),
                amount,
                List.of(new PaidGoods("LAMP", "A", UUID.randomUUID(), owner, Quantity.of(1, "C62"), amount)),
                Period.parse("2026-W48"),
                "UTR",
                Instant.EPOCH);
        Envelope envelope = new Envelope(UUID.randomUUID(), "", "", 0, Instant.EPOCH, CAUSE);
        QuarkusTransaction.requiringNew().run(() -> onPaymentReceived.on(paid, envelope));
    }

    private static BigDecimal value() {
        return new BigDecimal(Desk.shareValue().getString("shareValue.amount"));
    }
}
