package coop.parasol.production.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.batch.ReportBatch.Report;
import coop.parasol.production.member.Member;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which reports of batches are taken. */
@QuarkusTest
class ReportBatchTest {

    private static final int SHELF_LIFE_DAYS = 30;

    @Inject
    ReportBatch reportBatch;

    @Inject
    FirmClock clock;

    private final String product = "P-" + UUID.randomUUID();
    private UUID member;
    private LocalDate today;

    @BeforeEach
    void member_and_product_are_known() {
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, SHELF_LIFE_DAYS);
        today = clock.today();
    }

    @Test
    void a_lot_is_reported_once_and_the_same_report_again_is_the_same_batch() {
        ReportBatch.Outcome first = report("L-1", 10, today, null);
        ReportBatch.Outcome again = report("L-1", 10, today, null);

        assertThat(first).isInstanceOf(ReportBatch.Reported.class);
        assertThat(again)
                .isInstanceOfSatisfying(
                        ReportBatch.AlreadyReported.class,
                        known -> assertThat(known.batch().id).isEqualTo(batch(first).id));
        assertThat(code(report("L-1", 11, today, null))).isEqualTo("lot-already-reported");
        assertThat(batchesReported()).isEqualTo(1);
    }

    @Test
    void without_a_stated_day_the_shelf_life_of_the_standard_is_the_last_day_of_sale() {
        assertThat(batch(report("L-1", 1, today, null)).bestBefore).isEqualTo(today.plusDays(SHELF_LIFE_DAYS));
        assertThat(batch(report("L-2", 1, today, today.plusDays(5))).bestBefore).isEqualTo(today.plusDays(5));
        assertThat(code(report("L-3", 1, today, today.plusDays(SHELF_LIFE_DAYS + 1))))
                .isEqualTo("best-before-impossible");
    }

    @Test
    void nothing_is_reported_of_an_unknown_product_or_in_an_impossible_quantity() {
        assertThat(code(report(new Report(
                        "NO",
                        Identifier.of("L"),
                        Quantity.of(1, "C62"),
                        today,
                        null,
                        "hand",
                        null,
                        List.of(),
                        List.of()))))
                .isEqualTo("unknown-product");
        assertThat(code(report(new Report(
                        product,
                        Identifier.of("L"),
                        Quantity.of(1, "KGM"),
                        today,
                        null,
                        "hand",
                        null,
                        List.of(),
                        List.of()))))
                .isEqualTo("wrong-unit");
        assertThat(code(report("L", 0, today, null))).isEqualTo("not-positive");
        assertThat(code(report("L", 1, today.plusDays(2), null))).isEqualTo("made-on-impossible");
    }

    @Test
    void a_leaving_member_reports_only_for_a_commitment_and_a_former_member_not_at_all() {
        MemberFixture.leave(member);
        assertThat(code(report("L", 1, today, null))).isEqualTo("member-not-active");

        member = MemberFixture.member(Member.State.LEFT);
        assertThat(code(report("L", 1, today, null))).isEqualTo("member-not-active");
    }

    @Test
    void all_that_is_wrong_with_the_goods_is_said_at_once() {
        assertThat(report("L", 0, today.plusDays(1), today.minusDays(1)))
                .isInstanceOfSatisfying(
                        ReportBatch.Refused.class,
                        refused -> assertThat(((Refusal.InvalidFields) refused.reason()).fields())
                                .extracting(Refusal.InvalidField::field)
                                .containsExactly("quantity.value", "madeOn", "bestBefore"));
    }

    private ReportBatch.Outcome report(String lot, long pieces, LocalDate madeOn, @Nullable LocalDate bestBefore) {
        return report(new Report(
                product,
                Identifier.of(lot),
                Quantity.of(pieces, "C62"),
                madeOn,
                bestBefore,
                "hand",
                null,
                List.of(),
                List.of()));
    }

    private ReportBatch.Outcome report(Report report) {
        return QuarkusTransaction.requiringNew()
                .call(() -> reportBatch
                        .reportAll(member, List.of(report), Cause.of("test"))
                        .getFirst());
    }

    private long batchesReported() {
        return QuarkusTransaction.requiringNew().call(() -> Member.<Member>findById(member).batchesReported);
    }

    private static Batch batch(ReportBatch.Outcome outcome) {
        return ((ReportBatch.Reported) outcome).batch();
    }

    private static String code(ReportBatch.Outcome outcome) {
        return switch (outcome) {
            case ReportBatch.Refused(Refusal.Conflict conflict) -> conflict.code();
            case ReportBatch.Refused(Refusal.InvalidField field) -> field.code();
            case ReportBatch.Refused refused -> refused.toString();
            case ReportBatch.Reported reported -> "";
            case ReportBatch.AlreadyReported known -> "";
        };
    }
}
