package coop.parasol.production.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.capacity.DeclaredCapacities.ProductWeek;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.member.Member;
import coop.parasol.production.reliability.DeliveredWeeks;
import coop.parasol.testing.StatementCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wanted is proposed in equal parts, by free capacity and past delivery; nobody is proposed more because of what it declares. */
@QuarkusTest
class ProposeCommitmentsTest {

    private static final Period WEEK = Weeks.after(3);

    @Inject
    ProposeCommitments proposals;

    @Inject
    CommitmentFixture commitments;

    @Inject
    DeliveredWeeks delivered;

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();
    private UUID meera;
    private UUID ravi;
    private UUID uma;

    @BeforeEach
    void producers_and_a_product() {
        meera = MemberFixture.member(Member.State.ACTIVE);
        ravi = MemberFixture.member(Member.State.ACTIVE);
        uma = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
    }

    @Test
    void what_nobody_has_committed_is_proposed_in_equal_parts_within_the_free_capacity_of_each() {
        wanted("A", 300);
        capacity(meera, 1_000_000);
        capacity(ravi, 200);
        capacity(uma, 50);

        assertThat(proposed(meera)).isEqualTo(125);
        assertThat(proposed(ravi)).isEqualTo(125);
        assertThat(proposed(uma)).isEqualTo(50);
    }

    @Test
    void what_one_producer_accepts_takes_nothing_from_what_is_proposed_to_others() {
        wanted("A", 300);
        capacity(meera, 1_000);
        capacity(ravi, 1_000);
        capacity(uma, 1_000);
        commitments.commit(meera, product, "A", WEEK.toString(), proposed(meera));

        assertThat(proposed(meera)).isZero();
        assertThat(proposed(ravi)).isEqualTo(100);
        assertThat(proposed(uma)).isEqualTo(100);
    }

    @Test
    void a_million_committed_keeps_nobody_from_its_equal_part() {
        wanted("A", 300);
        commitments.commit(meera, product, "A", WEEK.toString(), 1_000_000);
        capacity(ravi, 100);
        capacity(uma, 100);

        assertThat(proposed(ravi)).isEqualTo(100);
        assertThat(proposed(uma)).isEqualTo(100);
    }

    @Test
    void firms_of_one_owner_are_proposed_one_part_together() {
        MemberFixture.oneOwner(meera, ravi);
        wanted("A", 100);
        capacity(meera, 1_000);
        capacity(ravi, 1_000);
        capacity(uma, 1_000);

        assertThat(proposed(meera) + proposed(ravi)).isEqualTo(50);
        assertThat(proposed(uma)).isEqualTo(50);
    }

    @Test
    void of_a_capacity_as_much_is_meant_as_the_producer_has_delivered_of_what_counted() {
        UUID commitment = delivered.counted(meera, product, Weeks.after(-1), 100);
        delivered.batch(meera, product, commitment, 50, "A", delivered.endOf(Weeks.after(-1), -1));
        wanted("A", 300);
        capacity(meera, 80);
        capacity(ravi, 80);

        assertThat(proposed(meera)).isEqualTo(40);
        assertThat(proposed(ravi)).isEqualTo(80);
    }

    @Test
    void the_capacity_that_one_grade_takes_is_not_proposed_for_the_next() {
        wanted("A", 60);
        wanted("B", 60);
        capacity(meera, 100);

        List<ProposeCommitments.Proposal> all = all(meera);
        assertThat(all).extracting(ProposeCommitments.Proposal::grade).containsExactly("A", "B");
        assertThat(all.getFirst().proposed()).isEqualByComparingTo("60");
        assertThat(all.getLast().proposed()).isEqualByComparingTo("40");
    }

    @Test
    void nothing_is_proposed_to_a_producer_without_capacity_or_that_is_leaving() {
        wanted("A", 100);
        capacity(ravi, 100);
        MemberFixture.leave(ravi);

        assertThat(proposed(meera)).isZero();
        assertThat(proposed(ravi)).isZero();
    }

    @Test
    void
            in_random_weeks_no_more_is_proposed_than_is_wanted_and_a_larger_capacity_gains_nobody_a_unit_over_the_others() {
        Random random = new Random(17);
        for (int history = 0; history < 20; history++) {
            String other = "P-" + UUID.randomUUID();
            MemberFixture.product(other, null);
            long wanted = random.nextInt(400);
            wanted(other, "A", wanted);
            List<UUID> producers = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(4); i++) {
                UUID producer = MemberFixture.member(Member.State.ACTIVE);
                capacity(producer, other, 1 + random.nextInt(150));
                producers.add(producer);
            }
            long sum =
                    producers.stream().mapToLong(each -> proposed(each, other)).sum();
            assertThat(sum).isLessThanOrEqualTo(wanted);

            UUID liar = producers.getFirst();
            UUID honest = producers.getLast();
            long before = proposed(honest, other);
            jdbi(handle -> handle.createUpdate(
                            "update capacity set quantity = 1000000 where member_id = :member and product = :product")
                    .bind("member", liar)
                    .bind("product", other)
                    .execute());
            assertThat(proposed(liar, other))
                    .as("at most an equal part, unless the others cannot make theirs")
                    .isLessThanOrEqualTo(Math.max(
                            wanted / producers.size() + 1,
                            wanted
                                    - producers.stream()
                                            .skip(1)
                                            .mapToLong(each -> proposed(each, other))
                                            .sum()));
            assertThat(proposed(honest, other)).isGreaterThanOrEqualTo(Math.min(before, wanted / producers.size()));
        }
    }

    @Test
    void the_statements_are_as_many_for_forty_products_and_a_hundred_producers_as_for_two_of_each() {
        assertThat(statements(40, 100)).isEqualTo(statements(2, 2)).isLessThanOrEqualTo(13);
    }

    private long statements(int goods, int producers) {
        List<ProductWeek> weeks = new ArrayList<>();
        List<UUID> members = new ArrayList<>(List.of(meera));
        for (int i = 1; i < producers; i++) {
            members.add(MemberFixture.member(Member.State.ACTIVE));
        }
        for (int i = 0; i < goods; i++) {
            String other = "P-" + UUID.randomUUID();
            MemberFixture.product(other, null);
            wanted(other, "A", 300);
            wanted(other, "B", 7);
            for (UUID producer : members.subList(0, i == 0 ? producers : 2)) {
                capacity(producer, other, 10);
            }
            weeks.add(new ProductWeek(other, WEEK));
        }
        List<ProposeCommitments.Proposal> all = new ArrayList<>();
        long statements =
                StatementCount.of(jdbi, Member.getEntityManager(), () -> all.addAll(proposals.of(meera, weeks)));
        assertThat(all).hasSize(goods);
        assertThat(all).allMatch(each -> each.proposed().signum() > 0);
        return statements;
    }

    private long proposed(UUID member) {
        return proposed(member, product);
    }

    private long proposed(UUID member, String of) {
        return all(member, of).stream()
                .filter(each -> each.grade().equals("A"))
                .map(ProposeCommitments.Proposal::proposed)
                .findFirst()
                .orElse(BigDecimal.ZERO)
                .longValueExact();
    }

    private List<ProposeCommitments.Proposal> all(UUID member) {
        return all(member, product);
    }

    private List<ProposeCommitments.Proposal> all(UUID member, String of) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.of(member, new ProductWeek(of, WEEK)));
    }

    private void wanted(String grade, long pieces) {
        wanted(product, grade, pieces);
    }

    private void wanted(String of, String grade, long pieces) {
        jdbi(handle -> handle.createUpdate("""
                        insert into demand_outlook (product, grade, period, unit, open_orders, forecasts)
                        values (:product, :grade, :week, 'C62', :orders, :forecasts)
                        """)
                .bind("product", of)
                .bind("grade", grade)
                .bind("week", WEEK)
                .bind("orders", pieces / 2)
                .bind("forecasts", pieces - pieces / 2)
                .execute());
    }

    private void capacity(UUID member, long pieces) {
        capacity(member, product, pieces);
    }

    private void capacity(UUID member, String of, long pieces) {
        commitments.declare(member, of, WEEK, pieces);
    }

    private void jdbi(org.jdbi.v3.core.HandleConsumer<RuntimeException> work) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(work));
    }
}
