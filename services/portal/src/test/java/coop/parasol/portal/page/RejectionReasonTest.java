package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.RejectedClass;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a lot was rejected, as its plans have it. */
@QuarkusTest
class RejectionReasonTest {

    private static final Plan OF_MAJOR = new Plan("MAJOR", new BigDecimal("1.0"), 80, 3);
    private static final List<RejectedClass> MAJOR = RejectionReason.rejectedBy(OF_MAJOR, 3);

    private record Plan(String defectClass, BigDecimal aql, int sampleSize, int rejection)
            implements RejectionReason.Plan {}

    @Test
    void a_class_below_its_rejection_number_rejects_nothing() {
        assertThat(RejectionReason.rejectedBy(OF_MAJOR, 2)).isEmpty();
        assertThat(RejectionReason.rejectedBy(OF_MAJOR, null)).isEmpty();
    }

    @Test
    void the_reason_is_said_in_the_language_of_the_reader() {
        assertThat(Language.ENGLISH.write(() -> RejectionReason.sentences(MAJOR)))
                .isEqualTo("Major: 3 nonconforming of 80 inspected units; at most 2 accepted.");
        assertThat(Language.GUJARATI.write(() -> RejectionReason.sentences(MAJOR)))
                .isEqualTo("ગંભીર: તપાસેલા 80 નંગમાંથી 3 ખામીવાળા; વધુમાં વધુ 2 ચાલે.");
        assertThat(Language.ENGLISH.write(() -> RejectionReason.sentences(
                        RejectionReason.rejectedBy(new Plan("MINOR", new BigDecimal("15"), 80, 22), 40))))
                .isEqualTo("Minor: 40 defects in 80 inspected units; at most 21 accepted.");
    }

    @Test
    void what_a_person_has_written_stays() {
        assertThat(why("SCRAPPED", 1, "Dropped by the carrier")).isEqualTo("Dropped by the carrier");
        assertThat(why("SUSPENDED", 1, "A crack was reported")).isEqualTo("A crack was reported");
        assertThat(why("REJECTED", 1, "MAJOR: 3 defective")).startsWith("Major: 3 nonconforming");
        assertThat(why("SCRAPPED", 2, "MAJOR: 3 defective")).startsWith("Major: 3 nonconforming");
        assertThat(RejectionReason.of("CERTIFIED", 1, MAJOR, null)).isNull();
    }

    private static String why(String state, int inspections, String reason) {
        return Language.ENGLISH.write(() -> String.valueOf(RejectionReason.of(state, inspections, MAJOR, reason)));
    }
}
