package coop.parasol.membership.sharevalue;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Desk;
import coop.parasol.membership.buyin.Joining;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Whoever asks what a share is worth hears the same before, while and after others join. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class ShareValueWhileFirmsJoinTest {

    private static final int JOINS = 60;

    @Inject
    Joining joining;

    @Inject
    ShareValuation valuation;

    @Test
    void a_share_is_worth_the_same_at_every_moment_while_firms_join() {
        Desk.join();
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        long before = read();
        CompletableFuture<Void> joins = CompletableFuture.runAsync(() -> {
            for (int join = 0; join < JOINS; join++) {
                UUID member = QuarkusTransaction.requiringNew().call(joining::apply);
                QuarkusTransaction.requiringNew().run(() -> joining.admit(member));
                QuarkusTransaction.requiringNew().run(() -> joining.buyIn(member));
            }
        });

        int reads = 0;
        while (!joins.isDone()) {
            seen.add(read());
            reads++;
        }

        joins.join();
        assertThat(reads).isGreaterThan(JOINS);
        assertThat(seen).containsExactly(before);
    }

    private long read() {
        return QuarkusTransaction.requiringNew()
                .call(() -> valuation.now().shareValue().minor());
    }
}
