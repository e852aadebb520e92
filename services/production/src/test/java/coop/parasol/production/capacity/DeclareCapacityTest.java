package coop.parasol.production.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a producer may declare it could make. */
@QuarkusTest
class DeclareCapacityTest {

    @Inject
    DeclareCapacity declareCapacity;

    private final String product = "P-" + UUID.randomUUID();
    private UUID member;

    @BeforeEach
    void member_and_product_are_known() {
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
    }

    @Test
    void a_later_declaration_replaces_an_earlier_one_of_the_same_week() {
        Capacity first = declared(declare(100, null));
        Capacity second = declared(declare(40, first.version));

        assertThat(second.id).isEqualTo(first.id);
        assertThat(second.quantity).isEqualByComparingTo("40");
    }

    @Test
    void a_declaration_that_was_changed_meanwhile_is_not_overwritten() {
        long seen = declared(declare(100, null)).version;
        declare(50, seen);

        assertThat(declare(70, seen))
                .isInstanceOfSatisfying(
                        DeclareCapacity.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.ChangedMeanwhile.class));
    }

    @Test
    void a_capacity_is_zero_or_more_and_of_an_active_member() {
        assertThat(declare(0, null)).isInstanceOf(DeclareCapacity.Declared.class);
        assertThat(declare(-1, null)).isInstanceOf(DeclareCapacity.Refused.class);
        MemberFixture.leave(member);
        assertThat(declare(1, null)).isInstanceOf(DeclareCapacity.Refused.class);
    }

    @Test
    void a_capacity_is_of_a_week_that_is_not_over_and_not_further_ahead_than_two_years() {
        assertThat(declare(1, null, Weeks.after(1))).isInstanceOf(DeclareCapacity.Declared.class);
        assertThat(declare(1, null, Weeks.after(-2))).isInstanceOf(DeclareCapacity.Refused.class);
        assertThat(declare(1, null, Weeks.after(106))).isInstanceOf(DeclareCapacity.Refused.class);
    }

    private DeclareCapacity.Outcome declare(long pieces, @Nullable Long expectedVersion) {
        return declare(pieces, expectedVersion, Weeks.after(2));
    }

    private DeclareCapacity.Outcome declare(long pieces, @Nullable Long expectedVersion, Period week) {
        DeclareCapacity.Declaration declaration =
                new DeclareCapacity.Declaration(member, product, week, Quantity.of(pieces, "C62"));
        return QuarkusTransaction.requiringNew()
                .call(() -> declareCapacity.declare(declaration, expectedVersion, Cause.of("test")));
    }

    private static Capacity declared(DeclareCapacity.Outcome outcome) {
        return ((DeclareCapacity.Declared) outcome).capacity();
    }
}
