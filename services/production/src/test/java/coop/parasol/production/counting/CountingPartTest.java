package coop.parasol.production.counting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.member.Member;
import coop.parasol.testing.Impersonation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One that commits far more than is wanted does not hide it from the others in the outlook. */
@QuarkusTest
class CountingPartTest {

    private static final Period WEEK = Weeks.after(4);

    @Inject
    CommitmentFixture commitments;

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();
    private UUID meera;
    private UUID ravi;

    @BeforeEach
    void three_hundred_are_wanted() {
        meera = MemberFixture.member(Member.State.ACTIVE);
        ravi = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        wanted(WEEK);
    }

    @Test
    void of_what_a_million_covers_an_equal_part_would_count_for_another() {
        assertThat(wouldCount(ravi)).isEqualTo(300);
        commitments.commit(meera, product, WEEK.toString(), 1_000_000);

        assertThat(outlook(ravi).getLong("items[0].uncovered.value")).isZero();
        assertThat(wouldCount(ravi)).isEqualTo(150);
        assertThat(wouldCount(meera))
                .as("all of it is the liar's as long as nobody else commits")
                .isZero();

        commitments.commit(ravi, product, WEEK.toString(), 100);
        assertThat(wouldCount(ravi)).isEqualTo(50);
        MemberFixture.oneOwner(meera, ravi);
        assertThat(wouldCount(ravi)).isZero();
    }

    @Test
    void nothing_more_would_count_of_a_week_that_is_frozen() {
        wanted(Weeks.after(0));

        assertThat(outlook(ravi).getLong("items.find { it.period == '" + Weeks.after(0) + "' }.wouldCount.value"))
                .isZero();
    }

    @Test
    void a_desk_sees_what_would_count_of_one_that_has_committed_nothing() {
        commitments.commit(meera, product, WEEK.toString(), 200);

        assertThat(Impersonation.as("desk", Map.of(), Set.of("logistics-desk"), this::outlook)
                        .getLong("items[0].wouldCount.value"))
                .isEqualTo(150);
    }

    private void wanted(Period week) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.execute(
                        "insert into demand_outlook (product, grade, period, unit, open_orders) values (?, 'A', ?, 'C62', 300)",
                        product,
                        week.toString())));
    }

    private long wouldCount(UUID member) {
        return outlook(member).getLong("items[0].wouldCount.value");
    }

    private JsonPath outlook(UUID member) {
        return Impersonation.as(
                "p-" + member, Map.of("member_id", member.toString()), Set.of("producer"), this::outlook);
    }

    private JsonPath outlook() {
        return given().get("/outlook?product=" + product)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
