package coop.parasol.production.process.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.process.rules.ProcessCapacity.Load;
import coop.parasol.production.process.rules.ProcessCapacity.Plan;
import coop.parasol.production.process.rules.ProcessCapacity.Route;
import coop.parasol.production.process.rules.ProcessCapacity.Step;
import coop.parasol.production.process.rules.ProcessCapacity.WorkCenter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Capacity by process step and week, of rules.md 5: the bottleneck bounds what is committed. */
class ProcessCapacityTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");
    private static final Plan PLAN = new Plan(
            List.of(center("kiln", "60", 6), center("wheel", "40", 5)),
            List.of(),
            List.of(
                    new Route("VASE", List.of(step("throw", "wheel", "0.25"), step("fire", "kiln", "0.10"))),
                    new Route("CUP", List.of(step("throw", "wheel", "0.05"), step("fire", "kiln", "0.05")))));

    @Test
    void the_work_centre_that_runs_out_first_bounds_what_is_committed() {
        assertThat(bottleneck(Map.of("VASE", units(160)), "VASE")).isEmpty();
        assertThat(bottleneck(Map.of("VASE", units(161)), "VASE"))
                .hasValueSatisfying(load -> assertThat(load.workCenter()).isEqualTo("wheel"))
                .hasValueSatisfying(load -> assertThat(load.taken()).isEqualByComparingTo("40.25"));
        assertThat(bottleneck(Map.of("VASE", units(80), "CUP", units(400)), "CUP"))
                .isEmpty();
        assertThat(bottleneck(Map.of("VASE", units(80), "CUP", units(401)), "CUP"))
                .isPresent();
    }

    @Test
    void a_product_is_bounded_where_a_step_takes_hours_of_a_work_centre_of_the_plan() {
        Plan plan = new Plan(
                List.of(center("kiln", "60", 6)),
                List.of(),
                List.of(
                        new Route("VASE", List.of(step("throw", "wheel", "0.25"), step("fire", "kiln", "0.10"))),
                        new Route("CUP", List.of(step("fire", "kiln", "0"), step("throw", "wheel", "0.05")))));

        assertThat(ProcessCapacity.bounds(plan, "VASE")).isTrue();
        assertThat(ProcessCapacity.bounds(plan, "CUP"))
                .as("no hours of a centre of the plan")
                .isFalse();
        assertThat(ProcessCapacity.bounds(plan, "BOWL")).as("no route").isFalse();
        assertThat(ProcessCapacity.bounds(Plan.NONE, "VASE")).isFalse();
    }

    @Test
    void holidays_of_the_firm_and_of_the_producer_take_a_part_of_the_hours_rounded_down() {
        Plan closed = new Plan(PLAN.workCenters(), List.of(MONDAY.plusDays(1)), PLAN.routes());

        assertThat(hours(PLAN, Set.of())).containsExactly("60.00", "40.00");
        assertThat(hours(closed, Set.of())).containsExactly("50.00", "32.00");
        assertThat(hours(closed, Set.of(MONDAY.plusDays(1)))).containsExactly("50.00", "32.00");
        assertThat(hours(closed, Set.of(MONDAY.plusDays(5)))).containsExactly("40.00", "32.00");
        assertThat(hours(closed, Set.of(MONDAY.plusDays(6), MONDAY.minusDays(1), MONDAY.plusDays(7))))
                .containsExactly("50.00", "32.00");
        assertThat(ProcessCapacity.loads(
                                new Plan(List.of(center("oven", "10", 3)), List.of(MONDAY), List.of()),
                                MONDAY,
                                Set.of(),
                                Map.of())
                        .getFirst()
                        .hours())
                .isEqualByComparingTo("6.66");
    }

    @Test
    void what_has_no_route_no_centre_or_no_hours_is_not_bounded() {
        assertThat(bottleneck(Map.of("SOAP", units(1_000_000)), "SOAP")).isEmpty();
        Plan plan = new Plan(
                List.of(center("kiln", "0", 6)),
                List.of(),
                List.of(
                        new Route("RAW", List.of(new Step("dig", "spade", null, new BigDecimal("5")))),
                        new Route("LOOK", List.of(new Step("look", null, "kiln", null)))));
        for (String product : List.of("RAW", "LOOK")) {
            assertThat(ProcessCapacity.bottleneck(plan, MONDAY, Set.of(), Map.of(product, units(1_000)), product))
                    .isEmpty();
        }
    }

    @Test
    void a_full_work_centre_bounds_no_product_that_does_not_use_it() {
        Plan plan = new Plan(
                List.of(center("kiln", "1", 6), center("press", "10", 6)),
                List.of(),
                List.of(
                        new Route("VASE", List.of(step("fire", "kiln", "1"))),
                        new Route("OIL", List.of(step("press", "press", "1")))));

        assertThat(ProcessCapacity.bottleneck(
                        plan, MONDAY, Set.of(), Map.of("VASE", units(50), "OIL", units(10)), "OIL"))
                .isEmpty();
    }

    @Test
    void over_random_plans_what_is_not_refused_fits_into_the_hours_and_one_unit_more_of_what_is_refused_never_helps() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            Map<String, BigDecimal> committed =
                    Map.of("VASE", units(random.nextInt(250)), "CUP", units(random.nextInt(900)));
            Optional<Load> bottleneck = bottleneck(committed, "VASE");
            double wheel = committed.getOrDefault("VASE", BigDecimal.ZERO).doubleValue() * 0.25
                    + committed.getOrDefault("CUP", BigDecimal.ZERO).doubleValue() * 0.05;
            double kiln = committed.getOrDefault("VASE", BigDecimal.ZERO).doubleValue() * 0.10
                    + committed.getOrDefault("CUP", BigDecimal.ZERO).doubleValue() * 0.05;
            assertThat(bottleneck.isPresent()).isEqualTo(wheel > 40 + 1e-9 || kiln > 60 + 1e-9);
        }
    }

    private static Optional<Load> bottleneck(Map<String, BigDecimal> committed, String product) {
        return ProcessCapacity.bottleneck(PLAN, MONDAY, Set.of(), committed, product);
    }

    private static List<String> hours(Plan plan, Set<LocalDate> holidays) {
        return ProcessCapacity.loads(plan, MONDAY, holidays, Map.of()).stream()
                .map(load -> load.hours().toPlainString())
                .toList();
    }

    private static WorkCenter center(String name, String hours, int days) {
        return new WorkCenter(name, new BigDecimal(hours), days);
    }

    private static Step step(String name, String center, String hours) {
        return new Step(name, null, center, new BigDecimal(hours));
    }

    private static BigDecimal units(long number) {
        return BigDecimal.valueOf(number);
    }
}
