package coop.parasol.membership.bylaws.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.Money;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The values that bylaws may have: each bound is allowed, and what lies one beyond it is refused. */
class BylawsBoundsTest {

    private static final Bylaws USUAL = new Bylaws(
            1,
            Money.of("1000.00", "INR"),
            Period.ofDays(90),
            false,
            1,
            Period.ofMonths(1),
            2_000,
            0,
            2_000,
            5,
            1,
            Period.ofMonths(3),
            0,
            0,
            6,
            10_000,
            2_500,
            5_000,
            6_666,
            Duration.ofDays(7),
            false,
            1_200,
            Bylaws.PoolBasis.ACCEPTED,
            Money.of("10.00", "INR"),
            "RETAIL",
            30,
            30,
            3,
            1,
            300,
            7,
            10,
            0,
            Money.of("0.00", "INR"),
            Bylaws.SetOffOrder.CLAIMS_FIRST);

    private static Stream<Arguments> bounds() {
        return Stream.of(
                bounds("version", List.of(1, 2), List.of(0, -1)),
                bounds(
                        "parValue",
                        List.of(Money.of("0.01", "INR"), Money.of("10000000000.00", "INR")),
                        List.of(Money.of("0.00", "INR"), Money.of("-1.00", "INR"), Money.of("10000000000.01", "INR"))),
                bounds(
                        "noticePeriod",
                        List.of(Period.ZERO, Period.ofDays(3_660), Period.ofMonths(118), Period.ofYears(10)),
                        List.of(
                                Period.ofDays(-1),
                                Period.ofMonths(-1).plusDays(60),
                                Period.ofYears(-1).plusMonths(20),
                                Period.ofDays(3_661),
                                Period.ofMonths(119),
                                Period.ofYears(10).plusDays(1))),
                bounds("buyInInstalments", List.of(1, 60), List.of(0, 61)),
                bounds("buyInInterval", List.of(Period.ofDays(1), Period.ofYears(10)), List.of(Period.ZERO)),
                bounds("reserveShare", List.of(0, 10_000), List.of(-1, 10_001)),
                bounds("limitedReturnCap", List.of(0, 10_000), List.of(-1, 10_001)),
                bounds("cashShare", List.of(2_000, 10_000), List.of(1_999, 10_001)),
                bounds("revolvingYears", List.of(1, 100), List.of(0, 101)),
                bounds("exitInstalments", List.of(1, 60), List.of(0, 61)),
                bounds("exitInterval", List.of(Period.ofDays(1)), List.of(Period.ZERO, Period.ofDays(3_661))),
                bounds("holdbackShare", List.of(0, 10_000), List.of(-1, 10_001)),
                bounds("holdbackMonths", List.of(0, 120), List.of(-1, 121)),
                bounds("lastStatementMonths", List.of(0, 120), List.of(-1, 121)),
                bounds("redemptionCap", List.of(1, 10_000), List.of(0, 10_001)),
                bounds("quorum", List.of(1, 10_000), List.of(0, 10_001)),
                bounds("majority", List.of(5_000, 6_666), List.of(4_999)),
                bounds("bylawMajority", List.of(5_000, 9_999), List.of(4_999, 10_000)),
                bounds(
                        "votingPeriod",
                        List.of(Duration.ofNanos(1), Duration.ofDays(90)),
                        List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofDays(91))),
                bounds("marginShare", List.of(0, 10_000), List.of(-1, 10_001)),
                bounds(
                        "setOffOrder",
                        List.of(Bylaws.SetOffOrder.CLAIMS_FIRST, Bylaws.SetOffOrder.SHARE_FIRST),
                        List.of()),
                bounds("poolBasis", List.of(Bylaws.PoolBasis.ACCEPTED, Bylaws.PoolBasis.CERTIFIED), List.of()),
                bounds(
                        "leastSupplement",
                        List.of(Money.of("0.00", "INR"), Money.of("10000000000.00", "INR")),
                        List.of(Money.of("-0.01", "INR"), Money.of("10000000000.01", "INR"))),
                bounds("goodsPurchaseTier", List.of("R", "R".repeat(50)), List.of("", " ", "R".repeat(51))),
                bounds("goodsOfferDays", List.of(1, 366), List.of(0, 367)),
                bounds("goodsCollectionDays", List.of(1, 366), List.of(0, 367)),
                bounds("inspectionClaimDays", List.of(1, 31), List.of(0, 32)),
                bounds("commitmentFreezeWeeks", List.of(0, 26), List.of(-1, 27)),
                bounds("originatorShare", List.of(0, 5_000), List.of(-1, 5_001)),
                bounds("forecastChangeDays", List.of(0, 91), List.of(-1, 92)),
                bounds("batchCorrectionMinutes", List.of(0, 1_440), List.of(-1, 1_441)),
                bounds("maximumAdvanceRate", List.of(0, 10_000), List.of(-1, 10_001)),
                bounds(
                        "advanceLimit",
                        List.of(Money.of("0.00", "INR"), Money.of("10000000000.00", "INR")),
                        List.of(Money.of("-0.01", "INR"), Money.of("10000000000.01", "INR"))));
    }

    private static Arguments bounds(String field, List<Object> allowed, List<Object> refused) {
        return Arguments.of(field, allowed, refused);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void a_value_within_its_bounds_is_taken_and_one_beyond_them_refused(
            String field, List<Object> allowed, List<Object> refused) {
        for (Object value : allowed) {
            assertThat(value(with(field, value), field))
                    .as("%s %s", field, value)
                    .isEqualTo(value);
        }
        for (Object value : refused) {
            assertThatThrownBy(() -> with(field, value))
                    .as("%s %s", field, value)
                    .isInstanceOfSatisfying(
                            Bylaws.OutOfBounds.class,
                            refusal -> assertThat(refusal.field()).isEqualTo(field));
        }
    }

    @Test
    void a_vote_is_open_for_the_shortest_voting_period_or_longer() {
        USUAL.requireVotingPeriod(Duration.ofDays(7));

        assertThatThrownBy(() -> USUAL.requireVotingPeriod(Duration.ofDays(7).plusSeconds(1)))
                .isInstanceOf(Bylaws.OutOfBounds.class)
                .hasMessageContaining("168 hours");
    }

    @Test
    void the_majority_for_bylaws_is_at_least_the_usual_one() {
        assertThatThrownBy(() -> with("majority", 6_667)).hasMessageContaining("bylawMajority is between 6667");
    }

    @Test
    void only_reserve_cash_and_years_say_how_a_result_is_divided() {
        assertThat(USUAL.hasSameSurplusRules(with("quorum", 1))).isTrue();
        assertThat(USUAL.hasSameSurplusRules(with("reserveShare", 2_001))).isFalse();
        assertThat(USUAL.hasSameSurplusRules(with("cashShare", 2_001))).isFalse();
        assertThat(USUAL.hasSameSurplusRules(with("revolvingYears", 6))).isFalse();
    }

    /** The usual bylaws with another value of one field. */
    private static Bylaws with(String field, Object value) {
        RecordComponent[] components = Bylaws.class.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(field) ? value : value(USUAL, component.getName()))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Bylaws.class.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Bylaws.OutOfBounds refusal) {
                throw refusal;
            }
            throw new LinkageError(e.getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object value(Bylaws bylaws, String field) {
        try {
            return Bylaws.class.getDeclaredMethod(field).invoke(bylaws);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
