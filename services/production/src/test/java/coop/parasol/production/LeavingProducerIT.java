package coop.parasol.production;

import static io.restassured.RestAssured.given;
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
import org.junit.jupiter.api.Test;

/** How what a producer has committed ends with its membership. */
@QuarkusTest
@TestSecurity(user = "meera", roles = "producer")
class LeavingProducerIT extends ProducersCalls {

    private static final String LEAVER = "0198c000-0000-7000-8000-0000000000c2";
    private static final String DECEASED = "0198c000-0000-7000-8000-0000000000c3";
    private static final String EXPELLED = "0198c000-0000-7000-8000-0000000000c4";
    private static boolean activated;

    @Inject
    LapseCommitments lapseCommitments;

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
    void a_leaving_member_is_cleared_when_nothing_is_open_and_commits_nothing_new() {
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
    void what_a_firm_has_committed_lapses_with_its_owners_death() {
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
    void an_expelled_firm_that_does_nothing_keeps_its_exit_waiting_for_no_longer_than_the_grace_of_its_weeks() {
        UUID exit = UUID.randomUUID();
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> commit(20, "2026-W01").statusCode() == 201);
        commit(30, "2099-W01").then().statusCode(201);
        commit(999_999_999_999L, "2099-W02").then().statusCode(201);
        given().contentType("application/json")
                .body("{\"product\": \"" + product + "\", \"period\": \"2099-W02\", \"route\": \"another\", "
                        + quantity(1).substring(1))
                .post("/commitments")
                .then()
                .statusCode(201);
        given().get("/outlook?product=" + product + "&period=2099-W02").then().statusCode(200);
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
