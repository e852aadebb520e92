package coop.parasol.distribution.order;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.order.PlaceOrder.AnsweredBefore;
import coop.parasol.distribution.order.PlaceOrder.KeyedCall;
import coop.parasol.distribution.order.PlaceOrder.OrderExists;
import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.Placed;
import coop.parasol.distribution.order.PlaceOrder.Request;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import coop.parasol.distribution.order.PlaceOrder.UnknownPartner;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.web.IdempotentCall;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Orders that wait together are decided together, each accepted or refused by itself. */
@QuarkusTest
class GroupedOrdersTest {

    /** What became of one of the orders. */
    private sealed interface Decision permits Decided, Failed {}

    private record Decided(Outcome outcome) implements Decision {}

    private record Failed(RuntimeException reason) implements Decision {}

    @Inject
    UseCases useCases;

    @Inject
    DecideOrders decideOrders;

    @Test
    void each_order_of_a_group_is_accepted_or_refused_by_itself() {
        String product = useCases.product();
        UUID partner = useCases.partner("100.00");
        UUID other = useCases.partner("100.00");

        List<Decision> decisions = decide(List.of(
                order(partner, "PO-1", product, 6),
                order(partner, "PO-2", product, 5),
                order(other, "PO-1", product, 10),
                order(UUID.randomUUID(), "PO-1", product, 1),
                order(partner, "PO-3", "NO-SUCH", 1),
                order(partner, "PO-4", product, 4)));

        assertThat(placed(decisions.get(0)).state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(placed(decisions.get(1)).refusalCode()).isEqualTo("over-credit-limit");
        assertThat(placed(decisions.get(2)).state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(outcome(decisions.get(3))).isEqualTo(new UnknownPartner());
        assertThat(placed(decisions.get(4)).refusalCode()).isEqualTo("unknown-product");
        assertThat(placed(decisions.get(5)).state())
                .as("what is left of the credit")
                .isEqualTo(OrderState.ACCEPTED);
        assertThat(exposure(partner)).isEqualTo(100_00);
        assertThat(exposure(other)).isEqualTo(100_00);
    }

    @Test
    void an_order_that_fails_is_undone_alone() {
        String product = useCases.product();
        UUID partner = useCases.partner("100.00");
        Submission failing = new Submission(
                useCases.request(partner, "PO-2", product, 3),
                UseCases.CAUSE,
                Optional.of(new KeyedCall(call("failing"), order -> {
                    throw new IllegalStateException("seeded");
                })),
                null);

        List<Decision> decisions =
                decide(List.of(order(partner, "PO-1", product, 3), failing, order(partner, "PO-3", product, 3)));

        assertThat(placed(decisions.get(0)).state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(((Failed) decisions.get(1)).reason()).hasMessage("seeded");
        assertThat(placed(decisions.get(2)).state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(exposure(partner)).isEqualTo(60_00);
        assertThat(orders(partner)).isEqualTo(2);
    }

    @Test
    void a_number_that_comes_twice_in_a_group_names_one_order() {
        String product = useCases.product();
        UUID partner = useCases.partner("100.00");

        List<Decision> decisions =
                decide(List.of(order(partner, "PO-1", product, 3), order(partner, "po - 1", product, 4)));

        UUID first = placed(decisions.get(0)).orderId();
        assertThat(outcome(decisions.get(1))).isEqualTo(new OrderExists(first));
        assertThat(exposure(partner)).isEqualTo(30_00);
    }

    @Test
    void a_key_that_comes_twice_in_a_group_is_one_order_and_the_second_gets_its_answer() {
        String product = useCases.product();
        UUID partner = useCases.partner("100.00");
        IdempotentCall call = call(UUID.randomUUID().toString());

        List<Decision> decisions = decide(List.of(
                order(useCases.request(partner, "PO-1", product, 3), call),
                order(useCases.request(partner, "PO-1", product, 3), call)));

        UUID first = placed(decisions.get(0)).orderId();
        assertThat(outcome(decisions.get(1))).isInstanceOfSatisfying(AnsweredBefore.class, before -> {
            assertThat(before.earlier().requestDigest()).isEqualTo("digest");
            assertThat(before.earlier().status()).isEqualTo(201);
            assertThat(before.earlier().location()).isEqualTo("/");
            assertThat(before.earlier().etag()).isNull();
            assertThat(before.earlier().contentType()).isEqualTo("application/json;charset=UTF-8");
            assertThat(before.earlier().body()).asString(StandardCharsets.UTF_8).isEqualTo(first.toString());
        });
        assertThat(orders(partner)).isEqualTo(1);
    }

    @Test
    void a_refused_order_keeps_its_answer_under_its_key_and_leaves_its_number_free() {
        String product = useCases.product();
        UUID partner = useCases.partner("100.00");
        IdempotentCall call = call(UUID.randomUUID().toString());
        Submission refused = order(useCases.request(partner, "PO-1", product, 11), call);

        UUID first = placed(decide(List.of(refused)).getFirst()).orderId();

        assertThat(outcome(decide(List.of(refused)).getFirst())).isInstanceOf(AnsweredBefore.class);
        assertThat(placed(decide(List.of(order(partner, "PO-1", product, 1))).getFirst())
                        .orderId())
                .isNotEqualTo(first);
    }

    /** Each thread decides groups as an instance of its own does: numbers, keys and credit meet in the database only. */
    @Test
    void groups_of_several_instances_never_pass_a_limit_nor_place_a_number_or_key_twice() throws Exception {
        String product = useCases.product();
        List<UUID> partners = List.of(useCases.partner("500.00"), useCases.partner("90.00"), useCases.partner("0.00"));
        List<Callable<List<Decision>>> instances = new ArrayList<>();
        for (int instance = 0; instance < 3; instance++) {
            Random random = new Random(instance);
            instances.add(() -> {
                List<Decision> decisions = new ArrayList<>();
                for (int group = 0; group < 12; group++) {
                    List<Submission> orders = new ArrayList<>();
                    for (int order = 0; order < 8; order++) {
                        // few numbers, so that they meet; a number's key and order are always the same
                        UUID partner = partners.get(random.nextInt(3));
                        int number = random.nextInt(60);
                        orders.add(order(
                                useCases.request(partner, "PO-" + number, product, 1 + number % 4),
                                call(partner + "-" + number)));
                    }
                    decisions.addAll(decide(orders));
                }
                return decisions;
            });
        }
        List<Decision> decisions = new ArrayList<>();
        try (ExecutorService atOnce = Executors.newFixedThreadPool(3)) {
            for (Future<List<Decision>> one : atOnce.invokeAll(instances)) {
                decisions.addAll(one.get());
            }
        }

        assertThat(decisions).allSatisfy(decision -> assertThat(decision).isInstanceOf(Decided.class));
        assertThat(decisions).extracting(GroupedOrdersTest::outcome).hasAtLeastOneElementOfType(AnsweredBefore.class);
        for (UUID partner : partners) {
            assertThat(useCases.number(
                            "select count(*) from sales_order o join partner p on p.partner_id = o.partner_id"
                                    + " where p.partner_id = ? and p.exposure > p.credit_limit",
                            partner))
                    .isZero();
            assertThat(exposure(partner))
                    .isEqualTo(useCases.number(
                                    "select coalesce(sum(open_amount), 0) from sales_order where partner_id = ?",
                                    partner)
                            .longValueExact());
            assertThat(useCases.number(
                            "select count(*) from (select from sales_order where partner_id = ? and state <> 'REFUSED'"
                                    + " group by reference having count(*) > 1) twice",
                            partner))
                    .isZero();
        }
        assertThat(exposure(partners.get(2))).isZero();
        assertThat(exposure(partners.get(1))).as("a limit that is reached").isBetween(60_00L, 90_00L);
    }

    /** Together, and then alone those that could not be: as the queue does. */
    private List<Decision> decide(List<Submission> orders) {
        List<Optional<Outcome>> together = decideOrders.together(orders);
        List<Decision> decisions = new ArrayList<>();
        for (int order = 0; order < orders.size(); order++) {
            Submission submission = orders.get(order);
            decisions.add(together.get(order).<Decision>map(Decided::new).orElseGet(() -> alone(submission)));
        }
        return decisions;
    }

    private Decision alone(Submission order) {
        try {
            return new Decided(decideOrders
                    .ofPartner(List.of(order), Duration.ofSeconds(20))
                    .getFirst()
                    .orElseThrow());
        } catch (RuntimeException e) {
            return new Failed(e);
        }
    }

    private Submission order(UUID partner, String reference, String product, long quantity) {
        return new Submission(
                useCases.request(partner, reference, product, quantity), UseCases.CAUSE, Optional.empty(), null);
    }

    private static Submission order(Request request, IdempotentCall call) {
        return new Submission(
                request,
                UseCases.CAUSE,
                Optional.of(new KeyedCall(
                        call,
                        order ->
                                call.answer(201, "/", order.orderId().toString().getBytes(StandardCharsets.UTF_8)))),
                null);
    }

    private static IdempotentCall call(String key) {
        return new IdempotentCall("test", key, "digest");
    }

    private static Outcome outcome(Decision decision) {
        return ((Decided) decision).outcome();
    }

    private static Order placed(Decision decision) {
        return ((Placed) outcome(decision)).order();
    }

    private long exposure(UUID partner) {
        return useCases.number("select exposure from partner where partner_id = ?", partner)
                .longValueExact();
    }

    private long orders(UUID partner) {
        return useCases.number("select count(*) from sales_order where partner_id = ?", partner)
                .longValueExact();
    }
}
