package coop.parasol.membership.bylaws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.membership.bylaws.rules.Bylaws;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Period;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Bylaws are versioned parameters. */
@QuarkusTest
@TestSecurity(user = "meera", roles = "producer")
class BylawsTest {

    @Inject
    BylawsInForce bylawsInForce;

    @Inject
    FoundingBylaws founding;

    @Inject
    Session database;

    @Test
    void a_firm_is_founded_with_the_bylaws_of_its_configuration() {
        Bylaws first = QuarkusTransaction.requiringNew()
                .call(() -> bylawsInForce.version(1).orElseThrow().bylaws());

        assertThat(first).isEqualTo(founding.read());
        assertThat(first.noticePeriod()).isEqualTo(Period.ofDays(90));
        assertThat(first.parValue().amount()).isEqualTo("1000.00");
        given().get("/bylaws/versions/1")
                .then()
                .statusCode(200)
                .body("decidedBy", nullValue())
                .body("bylaws.cashShare", equalTo(2000))
                .body("bylaws.votingPeriod", equalTo("PT168H"));
        given().get("/bylaws/versions/100000").then().statusCode(404);
    }

    @Test
    void a_vote_is_open_for_a_day_at_least() {
        Bylaws bylaws = founding.read();

        bylaws.requireVotingPeriod(Duration.ofDays(1));
        assertThatThrownBy(
                        () -> bylaws.requireVotingPeriod(bylaws.votingPeriod().plusSeconds(1)))
                .hasMessageContaining("votingPeriod is at least");
    }

    @Test
    void a_later_start_changes_nothing() {
        QuarkusTransaction.requiringNew().run(() -> bylawsInForce.found(new io.quarkus.runtime.StartupEvent()));

        assertThat(given().get("/bylaws/versions").jsonPath().getList("items.version", Integer.class))
                .containsOnlyOnce(1);
    }

    @Test
    void a_version_is_never_rewritten() {
        for (String statement : new String[] {"update bylaws set effective_from = now()", "delete from bylaws"}) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeMutationQuery(statement)
                                    .executeUpdate()))
                    .hasStackTraceContaining("kept as it was written");
        }
    }
}
