package coop.parasol.quality.certificate.rules;

import static coop.parasol.quality.certificate.rules.CertificateState.CERTIFIED;
import static coop.parasol.quality.certificate.rules.CertificateState.EXPIRED;
import static coop.parasol.quality.certificate.rules.CertificateState.RECALLED;
import static coop.parasol.quality.certificate.rules.CertificateState.SUSPENDED;
import static coop.parasol.quality.certificate.rules.CertificateState.TAKEN_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateStateTest {

    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void only_the_allowed_transitions_are_possible() {
        Set<String> allowed = Set.of(
                "CERTIFIED SUSPENDED",
                "SUSPENDED CERTIFIED",
                "SUSPENDED RECALLED",
                "CERTIFIED EXPIRED",
                "EXPIRED RECALLED");
        for (CertificateState from : CertificateState.values()) {
            for (CertificateState to : CertificateState.values()) {
                assertThat(from.canTransitionTo(to)).as(from + " " + to).isEqualTo(allowed.contains(from + " " + to));
            }
        }
    }

    @Test
    void a_certificate_is_in_force_until_its_last_day_of_sale_is_over() {
        assertThat(CERTIFIED.at(END.minusNanos(1), END, false)).isEqualTo(CERTIFIED);
        assertThat(CERTIFIED.at(END, END, false)).isEqualTo(EXPIRED);
        assertThat(CERTIFIED.at(END, null, false)).isEqualTo(CERTIFIED);
    }

    @Test
    void what_is_suspended_or_recalled_stays_so_when_its_day_is_over() {
        assertThat(SUSPENDED.at(END, END, false)).isEqualTo(SUSPENDED);
        assertThat(RECALLED.at(END, END, false)).isEqualTo(RECALLED);
    }

    @Test
    void goods_that_their_producer_has_all_taken_back_are_certified_no_more_but_a_recall_is_still_said() {
        assertThat(CERTIFIED.at(END, null, true)).isEqualTo(TAKEN_BACK);
        assertThat(EXPIRED.at(END, END, true)).isEqualTo(TAKEN_BACK);
        assertThat(SUSPENDED.at(END, END, true)).isEqualTo(SUSPENDED);
        assertThat(RECALLED.at(END, END, true)).isEqualTo(RECALLED);
    }
}
