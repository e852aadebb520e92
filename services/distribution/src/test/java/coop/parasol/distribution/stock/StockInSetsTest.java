package coop.parasol.distribution.stock;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.UseCases;
import coop.parasol.messaging.Handler;
import coop.parasol.messaging.Handler.Received;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of commitments, suspensions, expiries and recalls leave stock, orders and fair shares as the same events one by one. */
@QuarkusTest
class StockInSetsTest {

    private static final int BATCHES = 10;
    private static final int UNITS = 5;
    private static final int COMMITMENTS = 8;

    @Inject
    UseCases useCases;

    @Inject
    OnQuantityCommitted onQuantityCommitted;

    @Inject
    OnCommitmentCounted onCommitmentCounted;

    @Inject
    OnBatchReported onBatchReported;

    @Inject
    OnBatchSuspended onBatchSuspended;

    @Inject
    OnBatchReinstated onBatchReinstated;

    @Inject
    OnBatchRecalled onBatchRecalled;

    @Inject
    OnCertificateExpired onCertificateExpired;

    @Inject
    Jdbi jdbi;

    /** A product, its batches, which are all reserved, and its producers. Ids have the same order in each. */
    private record World(String product, List<UUID> batches, List<UUID> producers, List<UUID> commitments) {

        static World of(String product) {
            long number = UUID.randomUUID().getMostSignificantBits();
            return new World(product, ids(number, 100, BATCHES), ids(number, 200, 3), ids(number, 300, COMMITMENTS));
        }

        private static List<UUID> ids(long number, int first, int count) {
            List<UUID> ids = new ArrayList<>();
            for (int each = 0; each < count; each++) {
                ids.add(new UUID(number, first + each));
            }
            return ids;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void stock_orders_and_shares_are_the_same_one_by_one_and_in_sets(long seed) {
        World single = world();
        World sets = world();

        history(single, new Random(seed)).forEach(event -> handle(List.of(event)));
        Random random = new Random(-seed);
        List<Event> open = new ArrayList<>(history(sets, new Random(seed)));
        while (!open.isEmpty()) {
            int together = 1;
            int max = 1 + random.nextInt(12);
            while (together < Math.min(max, open.size())
                    && open.get(together).getClass() == open.getFirst().getClass()) {
                together++;
            }
            List<Event> set = open.subList(0, together);
            handle(List.copyOf(set));
            set.clear();
        }
        useCases.awaitLookedFor(single.product());
        useCases.awaitLookedFor(sets.product());

        assertThat(state(sets)).isEqualTo(state(single)).hasSizeGreaterThan(BATCHES + COMMITMENTS);
    }

    private World world() {
        World world = World.of(useCases.product());
        for (int batch = 0; batch < BATCHES; batch++) {
            useCases.batch(
                    world.batches().get(batch),
                    world.product(),
                    world.producers().get(batch % 3),
                    UNITS,
                    3 + batch);
        }
        UUID partner = useCases.partner("100000.00");
        for (int order = 0; order < BATCHES * UNITS / 2; order++) {
            useCases.order(partner, world.product(), 2);
        }
        return world;
    }

    /** Events of a type in runs; each batch's and each commitment's in their order. */
    private List<Event> history(World world, Random random) {
        List<Event> events = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            for (UUID commitment : world.commitments()) {
                if (random.nextBoolean()) {
                    events.add(committed(world, commitment, random.nextInt(50)));
                }
            }
            for (UUID commitment : world.commitments()) {
                if (random.nextInt(4) == 0) {
                    events.add(counted(world, commitment, random.nextInt(8)));
                }
            }
            for (UUID batch : world.batches()) {
                if (random.nextInt(4) == 0) {
                    events.add(reported(world, batch, random.nextInt(COMMITMENTS), round));
                }
            }
            int kind = round == 5 ? 2 + random.nextInt(2) : round % 2;
            for (UUID batch : world.batches()) {
                if (random.nextInt(3) == 0) {
                    events.add(decision(world, batch, kind));
                }
            }
        }
        return events;
    }

    private static Event decision(World world, UUID batch, int kind) {
        UUID producer = producer(world, world.batches().indexOf(batch));
        UUID recall = new UUID(0, 4);
        return switch (kind) {
            case 0 ->
                new BatchSuspended(batch, "PC", producer, world.product(), "L", recall, "looked at", Instant.EPOCH);
            case 1 -> new BatchReinstated(batch, "PC", producer, world.product(), "L", recall, "good", Instant.EPOCH);
            case 2 ->
                new BatchRecalled(
                        batch, "PC", producer, world.product(), "L", recall, RecallClass.II, "sharp", Instant.EPOCH);
            default -> new CertificateExpired(batch, "PC", producer, world.product(), "L", Instant.EPOCH);
        };
    }

    private static UUID producer(World world, int index) {
        return world.producers().get(index % 3);
    }

    /** A commitment's product and week stay. */
    private static Period week(World world, UUID commitment) {
        return Period.parse("2026-W4" + world.commitments().indexOf(commitment) % 2);
    }

    private static QuantityCommitted committed(World world, UUID commitment, long quantity) {
        return new QuantityCommitted(
                commitment,
                producer(world, world.commitments().indexOf(commitment)),
                world.product(),
                week(world, commitment),
                Quantity.of(quantity, UseCases.UNIT),
                "by hand",
                "A");
    }

    private static CommitmentCounted counted(World world, UUID commitment, long counts) {
        return new CommitmentCounted(
                producer(world, world.commitments().indexOf(commitment)),
                world.product(),
                "A",
                week(world, commitment),
                Quantity.of(50, UseCases.UNIT),
                Quantity.of(counts, UseCases.UNIT));
    }

    private static BatchReported reported(World world, UUID batch, int commitment, int hour) {
        return new BatchReported(
                batch,
                producer(world, world.batches().indexOf(batch)),
                world.product(),
                "L",
                Quantity.of(UNITS, UseCases.UNIT),
                LocalDate.EPOCH,
                null,
                "by hand",
                world.commitments().get(commitment),
                Instant.EPOCH.plus(Duration.ofHours(hour)),
                null);
    }

    private void handle(List<Event> set) {
        QuarkusTransaction.requiringNew().run(() -> {
            switch (set.getFirst()) {
                case QuantityCommitted first -> all(onQuantityCommitted, set, QuantityCommitted.class);
                case CommitmentCounted first -> all(onCommitmentCounted, set, CommitmentCounted.class);
                case BatchReported first -> all(onBatchReported, set, BatchReported.class);
                case BatchSuspended first -> all(onBatchSuspended, set, BatchSuspended.class);
                case BatchReinstated first -> all(onBatchReinstated, set, BatchReinstated.class);
                case BatchRecalled first -> all(onBatchRecalled, set, BatchRecalled.class);
                case CertificateExpired first -> all(onCertificateExpired, set, CertificateExpired.class);
                default -> throw new AssertionError(set);
            }
        });
    }

    private static <E extends Event> void all(Handler<E> handler, List<Event> set, Class<E> type) {
        handler.onAll(set.stream()
                .map(event -> new Received<>(type.cast(event), UseCases.envelope()))
                .toList());
    }

    /** Everything that these events change; instead of ids the last digits, which are the same in each world. */
    private List<String> state(World world) {
        return List.of(
                        "select concat_ws(' ', 'batch', right(batch_id::text, 4), certificate_state, on_hand,"
                                + " reserved, counted, reported_on) from batch where product = :product",
                        "select concat_ws(' ', 'reservation', right(r.batch_id::text, 4), sum(r.quantity)) from"
                                + " reservation r join batch b on b.batch_id = r.batch_id where b.product = :product group"
                                + " by r.batch_id",
                        "select concat_ws(' ', 'lines', quantity, allocated, count(*)) from order_line where product ="
                                + " :product group by quantity, allocated",
                        "select concat_ws(' ', 'commitment', right(commitment_id::text, 4), period) from"
                                + " commitment where product = :product",
                        "select concat_ws(' ', 'counted', period, right(member_id::text, 4), counts)"
                                + " from counted_commitment where product = :product",
                        "select concat_ws(' ', 'credit', right(owner_id::text, 4), credit)"
                                + " from share_credit where product = :product and credit <> 0",
                        "select concat_ws(' ', 'recalled', right(r.batch_id::text, 4), r.recall_class, r.reason) from"
                                + " recalled_batch r join batch b on b.batch_id = r.batch_id where b.product = :product")
                .stream()
                .flatMap(sql -> jdbi
                        .withHandle(handle -> handle.createQuery(sql + " order by 1")
                                .bind("product", world.product())
                                .mapTo(String.class)
                                .list())
                        .stream())
                .toList();
    }
}
