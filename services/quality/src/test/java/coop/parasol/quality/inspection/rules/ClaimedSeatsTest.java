package coop.parasol.quality.inspection.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.quality.inspection.rules.ClaimedSeats.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An auditor's claim of a lot lapses after the bylaws' days; until then nobody else has its seat. */
class ClaimedSeatsTest {

    private static final UUID ARUN = new UUID(2, 1);
    private static final UUID ANITA = new UUID(2, 2);
    private static final UUID ASHA = new UUID(2, 3);
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);

    @Test
    void an_auditors_claim_of_a_lot_lapses_after_the_bylaws_days() {
        assertThat(ClaimTerm.lapsesOn(LocalDate.of(2026, 11, 28), 3)).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(ClaimTerm.lapsesOn(LocalDate.of(2027, 2, 28), 1)).isEqualTo(LocalDate.of(2027, 3, 2));
        assertThatThrownBy(() -> ClaimTerm.lapsesOn(LocalDate.of(2026, 11, 28), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_claim_keeps_its_seat_for_its_auditor_to_the_moment_at_which_it_lapses() {
        Claim aruns = new Claim(ARUN, LATER);

        assertThat(ClaimedSeats.at(NOW, 1, List.of(aruns)).isOpenTo(ARUN)).isTrue();
        assertThat(ClaimedSeats.at(NOW, 1, List.of(aruns)).isOpenTo(ANITA)).isFalse();
        assertThat(ClaimedSeats.at(NOW, 1, List.of(aruns)).firstLapse()).contains(LATER);
        assertThat(ClaimedSeats.at(LATER, 1, List.of(aruns)).isOpenTo(ANITA)).isTrue();
        assertThat(ClaimedSeats.at(LATER, 1, List.of(aruns)).of(ARUN)).isEmpty();
    }

    @Test
    void a_lot_that_two_auditors_inspect_has_two_seats_and_no_third() {
        List<Claim> two = List.of(new Claim(ARUN, LATER), new Claim(ANITA, LATER.plusSeconds(1)));

        assertThat(ClaimedSeats.at(NOW, 2, two.subList(0, 1)).isOpenTo(ANITA)).isTrue();
        assertThat(ClaimedSeats.at(NOW, 2, two).isOpenTo(ASHA)).isFalse();
        assertThat(ClaimedSeats.at(LATER, 2, two).isOpenTo(ASHA)).isTrue();
    }

    @Test
    void a_seat_whose_auditor_has_submitted_is_missing_no_more() {
        assertThat(ClaimedSeats.at(NOW, 1, List.of(new Claim(ANITA, LATER))).isOpenTo(ASHA))
                .as("of two, one has submitted and the other seat is claimed")
                .isFalse();
        assertThat(ClaimedSeats.at(NOW, 0, List.of()).isFree()).isFalse();
        assertThat(ClaimedSeats.at(NOW, 0, List.of()).isOpenTo(ASHA))
                .as("what somebody has found is taken after the last submission as well")
                .isTrue();
    }
}
