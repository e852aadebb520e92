package coop.parasol.production.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import coop.parasol.testing.ListWalk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commitments in the order that the caller asks for. */
@QuarkusTest
@TestSecurity(user = "leela", roles = "logistics-desk")
class SortedCommitmentsTest {

    @Inject
    CommitmentFixture commitments;

    @BeforeEach
    void several_producers_have_committed_for_several_weeks() {
        for (int i = 0; i < 2; i++) {
            String product = "P-" + UUID.randomUUID();
            MemberFixture.product(product, null);
            for (int weeks : new int[] {4, 2, 3, 2}) {
                UUID member = MemberFixture.member(Member.State.ACTIVE);
                commitments.commit(member, product, Weeks.after(weeks).toString(), 10);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"committedAt", "product", "period"})
    void page_after_page_each_comes_once_and_the_other_way_round_in_the_opposite_order(String sort) {
        ListWalk.assertSorted("/commitments", sort, "commitmentId");
        assertThat(ListWalk.values("/commitments", "period", "period")).isSorted();
    }
}
