package coop.parasol.production.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent.BatchInput;
import coop.parasol.contracts.ProductionEvent.InputKind;
import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.batch.ReportBatch.Report;
import coop.parasol.production.batch.rules.OwnMeasurements.Measurement;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a producer says went into a batch, and what it has measured itself. */
@QuarkusTest
class BatchInputsTest {

    @Inject
    ReportBatch reportBatch;

    @Inject
    FirmClock clock;

    private final String product = "P-" + UUID.randomUUID();
    private final String certificate = UUID.randomUUID().toString().substring(0, 20);
    private UUID member;
    private UUID other;

    @BeforeEach
    void members_and_a_product_are_known() {
        member = MemberFixture.member(Member.State.ACTIVE);
        other = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        QuarkusTransaction.requiringNew().run(() -> {
            Product known = Product.<Product>findById(product);
            known.characteristics = new Product.Characteristics(List.of(new Characteristic(
                    "weight",
                    CharacteristicKind.VARIABLE,
                    DefectClass.MAJOR,
                    "GRM",
                    new BigDecimal("99.5"),
                    new BigDecimal("100.5"))));
        });
    }

    @Test
    void own_lots_bought_in_material_and_another_members_certified_lot_are_kept_and_told() {
        Batch clay = batch(report(member, "CLAY", List.of()));
        Batch glaze = certified(other, "GLAZE");
        List<NamedInput> inputs = List.of(own("clay"), bought("kaolin", "77"), bought("salt", null), of(certificate));

        Batch vase = stored(batch(report(member, "VASE", inputs)).id);

        assertThat(vase.inputLots())
                .containsExactly(
                        new InputLot(InputKind.OWN, "clay", null, null, clay.id, Quantity.of(1, "C62")),
                        new InputLot(InputKind.BOUGHT, "77", "kaolin", null, null, null),
                        new InputLot(InputKind.BOUGHT, null, "salt", null, null, null),
                        new InputLot(InputKind.MEMBER, null, null, certificate, glaze.id, null));
        assertThat(vase.inputLots().getLast().told())
                .isEqualTo(new BatchInput(InputKind.MEMBER, null, null, glaze.id, null));
        assertThat(vase.inputLots().getLast().shown().batchId()).isNull();
    }

    @Test
    void the_same_report_with_its_inputs_is_the_same_batch_and_with_others_another_content() {
        batch(report(member, "CLAY1", List.of()));
        assertThat(report(member, "L", List.of(own("Clay 1")))).isInstanceOf(ReportBatch.Reported.class);
        assertThat(report(member, "L", List.of(own("CLAY1")))).isInstanceOf(ReportBatch.AlreadyReported.class);
        assertThat(code(report(member, "L", List.of(own("CLAY2"))))).isEqualTo("lot-already-reported");
        assertThat(code(report(member, "L", List.of()))).isEqualTo("lot-already-reported");
    }

    @Test
    void of_another_members_lot_one_learns_only_whether_its_certificate_is_in_force() {
        String refused = detail(report(member, "A", List.of(of(certificate))));
        Batch glaze = certified(other, "GLAZE");
        assertThat(report(member, "B", List.of(of(certificate)))).isInstanceOf(ReportBatch.Reported.class);
        assertThat(report(member, "B", List.of(of(NamedInput.keyOf(certificate)))))
                .isInstanceOf(ReportBatch.AlreadyReported.class);

        for (Batch.State state : List.of(Batch.State.SUSPENDED, Batch.State.RECALLED, Batch.State.EXPIRED)) {
            QuarkusTransaction.requiringNew().run(() -> Batch.reported(glaze.id).state = state);
            ReportBatch.Outcome outcome = report(member, "A", List.of(of(certificate)));
            assertThat(code(outcome)).isEqualTo("input-not-certified");
            assertThat(detail(outcome)).isEqualTo(refused);
        }
        assertThat(detail(report(other, "A", List.of(of(certificate))))).isEqualTo(refused);
    }

    @Test
    void a_lot_goes_not_into_itself_and_nothing_is_made_of_a_scrapped_one() {
        Batch clay = batch(report(member, "CLAY", List.of()));
        QuarkusTransaction.requiringNew().run(() -> Batch.reported(clay.id).state = Batch.State.SCRAPPED);

        assertThat(code(report(member, "A", List.of(own("a"))))).isEqualTo("input-is-itself");
        assertThat(code(report(member, "A", List.of(own("CLAY"))))).isEqualTo("input-not-usable");
        assertThat(code(report(member, "A", List.of(new NamedInput(InputKind.OWN, null, null, null, null, null)))))
                .isEqualTo("not-null");
        assertThat(code(report(member, "A", List.of(new NamedInput(InputKind.BOUGHT, null, null, null, null, null)))))
                .isEqualTo("not-null");
        assertThat(code(report(other, "A", List.of(own("CLAY")))))
                .as("of another's lots nothing is known")
                .isEqualTo("input-not-reported");
    }

    @Test
    void what_goes_into_a_lot_is_reported_first_so_that_no_lot_goes_into_itself_in_a_circle() {
        assertThat(code(report(member, "CUP", List.of(own("SLIP"))))).isEqualTo("input-not-reported");
        batch(report(member, "SLIP", List.of()));
        batch(report(member, "CUP", List.of(own("SLIP"))));

        assertThat(code(report(member, "SLIP", List.of(own("CUP"))))).isEqualTo("lot-already-reported");
    }

    @Test
    void a_value_outside_the_limits_is_told_at_once_and_the_batch_is_reported_all_the_same() {
        Batch batch = batch(report(member, "M", List.of(), List.of(weight("100.5"), weight("100.6"))));

        assertThat(stored(batch.id).measured())
                .extracting(each -> each.value().toPlainString() + " " + each.outside())
                .containsExactly("100.5 false", "100.6 true");
        assertThat(report(member, "M", List.of(), List.of(weight("100.50"), weight("100.600"))))
                .isInstanceOf(ReportBatch.AlreadyReported.class);
        assertThat(code(report(member, "N", List.of(), List.of(new Measurement("colour", BigDecimal.ONE)))))
                .isEqualTo("unknown-characteristic");
    }

    @Test
    void an_unknown_characteristic_is_refused_with_those_that_the_standard_has() {
        assertThat(report(member, "N", List.of(), List.of(new Measurement("colour", BigDecimal.ONE))))
                .isInstanceOfSatisfying(
                        ReportBatch.Refused.class,
                        refused -> assertThat(refused.reason().toString()).contains("Measured are: weight"));
    }

    private Batch certified(UUID producer, String lot) {
        Batch batch = batch(report(producer, lot, List.of()));
        QuarkusTransaction.requiringNew().run(() -> {
            Batch known = Batch.reported(batch.id);
            known.state = Batch.State.CERTIFIED;
            known.certificateKey = NamedInput.keyOf(certificate);
        });
        return batch;
    }

    private static NamedInput own(String lot) {
        return new NamedInput(InputKind.OWN, Identifier.of(lot), null, null, BigDecimal.ONE, null);
    }

    private static NamedInput bought(String material, @Nullable String lot) {
        return new NamedInput(InputKind.BOUGHT, lot == null ? null : Identifier.of(lot), material, null, null, null);
    }

    private static NamedInput of(String certificate) {
        return new NamedInput(InputKind.MEMBER, null, null, certificate, null, null);
    }

    private static Measurement weight(String grams) {
        return new Measurement("weight", new BigDecimal(grams));
    }

    private ReportBatch.Outcome report(UUID producer, String lot, List<NamedInput> inputs) {
        return report(producer, lot, inputs, List.of());
    }

    private ReportBatch.Outcome report(UUID producer, String lot, List<NamedInput> inputs, List<Measurement> measured) {
        Report report = new Report(
                product,
                Identifier.of(lot),
                Quantity.of(10, "C62"),
                clock.today(),
                null,
                "hand",
                null,
                inputs,
                measured);
        return QuarkusTransaction.requiringNew()
                .call(() -> reportBatch
                        .reportAll(producer, List.of(report), Cause.of("test"))
                        .getFirst());
    }

    private static Batch stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Batch.reported(id));
    }

    private static Batch batch(ReportBatch.Outcome outcome) {
        return ((ReportBatch.Reported) outcome).batch();
    }

    private static String code(ReportBatch.Outcome outcome) {
        return switch (outcome) {
            case ReportBatch.Refused(Refusal.Conflict conflict) -> conflict.code();
            case ReportBatch.Refused(Refusal.InvalidField field) -> field.code();
            default -> outcome.toString();
        };
    }

    private static String detail(ReportBatch.Outcome outcome) {
        return outcome instanceof ReportBatch.Refused(Refusal.InvalidField field) ? field.detail() : "";
    }
}
