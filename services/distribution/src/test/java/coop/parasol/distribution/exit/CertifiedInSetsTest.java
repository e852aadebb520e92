package coop.parasol.distribution.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.stock.OnBatchCertified;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.testing.StatementCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches that are certified together become stock, and clear exits, as they do one by one. */
@QuarkusTest
class CertifiedInSetsTest {

    private static final int BATCHES = 30;
    private static final int MEMBERS = 3;
    private static final List<GoodsChoice> CHOICES =
            List.of(GoodsChoice.STAY, GoodsChoice.TAKE_BACK, GoodsChoice.OFFER);

    @Inject
    UseCases useCases;

    @Inject
    LeavingGoods leaving;

    @Inject
    OnBatchCertified onBatchCertified;

    @Inject
    Jdbi jdbi;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sets_of_certified_batches_come_to_what_they_come_to_one_by_one(long seed) {
        leave("single", seed);
        leave("sets", seed);

        certified("single", seed).forEach(event -> handle(List.of(event)));
        Random random = new Random(-seed);
        List<BatchCertified> open = new ArrayList<>(certified("sets", seed));
        while (!open.isEmpty()) {
            List<BatchCertified> set = open.subList(0, 1 + random.nextInt(open.size()));
            handle(List.copyOf(set));
            set.clear();
        }

        assertThat(state("sets")).isEqualTo(state("single")).hasSizeGreaterThan(BATCHES);
        assertThat(state("sets")).anyMatch(row -> row.contains(seed % 2 == 0 ? "exit CLEARED" : "SET_ASIDE"));
        assertThat(leaving.isConserved()).isTrue();
    }

    @Test
    void an_order_that_waits_gets_the_goods_of_a_set() {
        String product = useCases.product();
        UUID order = useCases.order(useCases.partner("10000.00"), product, 25).orderId();

        handle(IntStream.range(0, 3)
                .mapToObj(each -> batch("waiting", each, UUID.randomUUID(), product, 10))
                .toList());
        useCases.awaitLookedFor(product);

        assertThat(useCases.find(order).state().name()).isEqualTo("ALLOCATED");
    }

    @Test
    void the_statements_are_as_many_for_two_hundred_batches_as_for_ten() {
        assertThat(statements(200)).isEqualTo(statements(10)).isLessThan(10);
    }

    private long statements(int batches) {
        String product = useCases.product();
        List<BatchCertified> events = IntStream.range(0, batches)
                .mapToObj(each -> batch("counted" + batches, each, new UUID(each % 3, 1), product, 10))
                .toList();
        return StatementCount.of(jdbi, ExitClearance.getEntityManager(), () -> handle(events));
    }

    private void handle(List<BatchCertified> set) {
        QuarkusTransaction.joiningExisting()
                .run(() -> onBatchCertified.onAll(set.stream()
                        .map(event -> new Received<>(event, UseCases.envelope()))
                        .toList()));
    }

    private UUID id(String world, String name) {
        return UUID.nameUUIDFromBytes((run + world + name).getBytes(StandardCharsets.UTF_8));
    }

    /** The first member leaves, and has chosen for the batches of it that are to come; quality has certified all or all but one. */
    private void leave(String world, long seed) {
        UUID member = id(world, "member 0");
        UUID exit = leaving.requested(member);
        Random random = new Random(seed);
        List<ChosenGoods> chosen = new ArrayList<>();
        List<BatchCertified> own = certified(world, seed).stream()
                .filter(event -> event.memberId().equals(member))
                .toList();
        for (BatchCertified event : own) {
            GoodsChoice choice = seed % 2 == 0 ? GoodsChoice.STAY : CHOICES.get(random.nextInt(CHOICES.size()));
            chosen.add(LeavingGoods.chosen(event.batchId(), choice));
        }
        leaving.bound(member, exit, chosen.toArray(ChosenGoods[]::new));
        leaving.clearedByQuality(member, exit, own.size());
    }

    private List<BatchCertified> certified(String world, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, BATCHES)
                .mapToObj(each -> batch(
                        world,
                        each,
                        id(world, "member " + random.nextInt(MEMBERS)),
                        "P" + random.nextInt(3) + "-" + world + "-" + run,
                        1 + random.nextInt(50)))
                .toList();
    }

    /** Every fifth does not age, and every seventh may not be sold any more. */
    private BatchCertified batch(String world, int number, UUID member, String product, long quantity) {
        UUID id = id(world, "batch " + number);
        return new BatchCertified(
                id,
                "C" + id,
                member,
                product,
                "L-" + number + "-" + product,
                "26332-" + number,
                number % 2 == 0 || world.equals("waiting") ? "A" : "B",
                Quantity.of(quantity, UseCases.UNIT),
                number % 5 == 0 ? null : useCases.today().plusDays(number % 7 - 1),
                1,
                Instant.EPOCH);
    }

    /** All rows and events of a world, without what tells it from the other. */
    private List<String> state(String world) {
        List<UUID> members = IntStream.range(0, MEMBERS)
                .mapToObj(each -> id(world, "member " + each))
                .toList();
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        select replace(line, :world, '') from (
                            select concat_ws(' ', 'batch', lot, product, grade, expiry, certified, on_hand, set_aside, owner,
                                             array_position(:members, member_id)) as line
                              from batch where member_id = any(:members)
                            union all select concat_ws(' ', 'producer', batches_received, array_position(:members, member_id))
                              from producer where member_id = any(:members)
                            union all select concat_ws(' ', 'exit', state, batches_certified, array_position(:members, member_id))
                              from exit_clearance where member_id = any(:members)
                            union all select concat_ws(' ', 'goods', b.lot, g.choice, g.state, g.quantity)
                              from exit_goods g join batch b using (batch_id) where g.member_id = any(:members)
                            union all select concat_ws(' ', 'event', type, array_position(:members, member_id), quantity)
                              from (select type, payload::jsonb -> 'quantity' as quantity,
                                           cast(payload::jsonb ->> 'memberId' as uuid) as member_id
                                      from (select type, payload from outbox union all select type, payload from sent_event) e
                                     where payload like '%"memberId"%') event
                             where member_id = any(:members)) row order by 1
                        """)
                        .bind("world", "-" + world + "-")
                        .bindArray("members", UUID.class, members)
                        .mapTo(String.class)
                        .list()));
    }
}
