package coop.parasol.quality.certificate.rules;

import static coop.parasol.quality.certificate.rules.CertificateState.CERTIFIED;
import static coop.parasol.quality.certificate.rules.CertificateState.EXPIRED;
import static coop.parasol.quality.certificate.rules.CertificateState.RECALLED;
import static coop.parasol.quality.certificate.rules.CertificateState.SUSPENDED;
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
        assertThat(CERTIFIED.at(END.minusNanos(1), END)).isEqualTo(CERTIFIED);
        assertThat(CERTIFIED.at(END, END)).isEqualTo(EXPIRED);
        assertThat(CERTIFIED.at(END, null)).isEqualTo(CERTIFIED);
    }

    @Test
    void what_is_suspended_or_recalled_stays_so_when_its_day_is_over() {
        assertThat(SUSPENDED.at(END, END)).isEqualTo(SUSPENDED);
        assertThat(RECALLED.at(END, END)).isEqualTo(RECALLED);
    }
}
