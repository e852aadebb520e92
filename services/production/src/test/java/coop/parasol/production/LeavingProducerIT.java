package coop.parasol.production;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.EndKind;
import coop.parasol.contracts.MembershipEvent.ExitRecorded;
import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.production.commitment.LapseCommitments;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What becomes of the commitments of a firm that leaves. */
@QuarkusTest
@TestSecurity(user = "meera", roles = "producer")
class LeavingProducerIT extends ProducerCalls {

    private static final String LEAVER = "0198c000-0000-7000-8000-0000000000c2";
    private static final String DECEASED = "0198c000-0000-7000-8000-0000000000c3";
    private static final String EXPELLED = "0198c000-0000-7000-8000-0000000000c4";
    private static boolean activated;

    @Inject
    LapseCommitments lapseCommitments;

    @Inject
    Jdbi jdbi;

    private final UUID leaver = UUID.fromString(LEAVER);
    private final UUID deceased = UUID.fromString(DECEASED);
    private final UUID expelled = UUID.fromString(EXPELLED);

    @Override
    void activate() {
        if (!activated) {
            activated = true;
            events.publish(new MemberActivated(leaver, "Ravi", "ravi@example.org", FirmKind.PRODUCT, 2));
            events.publish(new MemberActivated(deceased, "Uma", "uma@example.org", FirmKind.PRODUCT, 3));
            events.publish(new MemberActivated(expelled, "Hari", "hari@example.org", FirmKind.PRODUCT, 4));
        }
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = LEAVER))
    void a_leaving_member_commits_nothing_new_and_is_cleared_once_no_commitment_is_open() {
        UUID exit = UUID.randomUUID();
        String id = commit(20).jsonPath().getString("commitmentId");
        events.publish(new ExitRequested(leaver, exit, LocalDate.now(ZoneOffset.UTC), Instant.now()));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> report("E-" + product, 5, null).statusCode() == 409);

        assertThat(events.all(ProductionCleared.class, event -> event.exitId().equals(exit)))
                .isEmpty();
        report("E2-" + product, 20, id).then().statusCode(201);
        ProductionCleared cleared =
                events.await(ProductionCleared.class, event -> event.exitId().equals(exit));

        assertThat(cleared.batchesReported()).isGreaterThanOrEqualTo(1);
        assertThat(commit(5).jsonPath().getString("code")).isEqualTo("member-not-active");
        events.publish(new ExitWithdrawn(leaver, exit));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> commit(5).statusCode() == 201);
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = DECEASED))
    void commitments_of_a_firm_are_released_when_its_owner_dies() {
        UUID exit = UUID.randomUUID();
        Awaitility.await().atMost(Events.PATIENCE).until(() -> commit(20).statusCode() == 201);
        events.publish(new ExitRequested(deceased, exit, LocalDate.now(ZoneOffset.UTC), Instant.now()));
        events.publish(new ExitRecorded(deceased, exit, EndKind.DEATH, "certificate 4711", Instant.now()));

        events.await(CommitmentReleased.class, event -> event.memberId().equals(deceased));
        events.await(ProductionCleared.class, event -> event.exitId().equals(exit));
        assertThat(commit(5).jsonPath().getString("code")).isEqualTo("member-not-active");
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = EXPELLED))
    void commitments_of_an_expelled_firm_lapse_some_weeks_after_their_week() {
        UUID exit = UUID.randomUUID();
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> commit(20, Weeks.after(3).toString()).statusCode() == 201);
        jdbi.useHandle(
                handle -> handle.createUpdate("update commitment set period = '2026-W01' where product = :product")
                        .bind("product", product)
                        .execute());
        commit(30, Weeks.after(50).toString()).then().statusCode(201);
        commit(999_999_999_999L, Weeks.after(60).toString()).then().statusCode(201);
        commit(1, Weeks.after(61).toString(), "another").then().statusCode(201);
        events.publish(new ExitRequested(expelled, exit, LocalDate.now(ZoneOffset.UTC), Instant.now()));
        events.publish(new ExitRecorded(expelled, exit, EndKind.EXPULSION, "vote 12", Instant.now()));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> released() == 3);

        lapseCommitments.run();

        events.await(ProductionCleared.class, event -> event.exitId().equals(exit));
        assertThat(released()).isEqualTo(4);
    }

    private long released() {
        return events.all(CommitmentReleased.class, event -> event.product().equals(product))
                .size();
    }
}
