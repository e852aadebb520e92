package coop.parasol.membership.staff.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.staff.rules.GrantRules.Reason;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rights at the firm are given by others and never leave it without somebody who can give them. */
class GrantRulesTest {

    @Test
    void an_auditor_is_never_of_the_quality_desk_and_says_which_auditor_it_is() {
        assertThat(GrantRules.combination(Set.of(StaffRole.AUDITOR, StaffRole.QUALITY_DESK), true))
                .contains(Reason.NEVER_TOGETHER);
        assertThat(GrantRules.combination(Set.of(StaffRole.AUDITOR), false)).contains(Reason.AUDITOR_NUMBER_MISSING);
        assertThat(GrantRules.combination(Set.of(StaffRole.TREASURER), true)).contains(Reason.AUDITOR_NUMBER_UNUSED);
        assertThat(GrantRules.combination(Set.of(StaffRole.AUDITOR, StaffRole.REGISTRAR), true))
                .isEmpty();
        assertThat(GrantRules.combination(EnumSet.complementOf(EnumSet.of(StaffRole.AUDITOR)), false))
                .as("a firm of three employees")
                .isEmpty();
    }

    @Test
    void the_quality_desk_proposes_auditors_and_nobody_else() {
        assertThat(GrantRules.competence(Set.of(StaffRole.AUDITOR), false)).isEmpty();
        for (StaffRole role : EnumSet.complementOf(EnumSet.of(StaffRole.AUDITOR))) {
            assertThat(GrantRules.competence(Set.of(role), false)).contains(Reason.AUDITORS_ONLY);
            assertThat(GrantRules.competence(Set.of(role, StaffRole.AUDITOR), false))
                    .contains(Reason.AUDITORS_ONLY);
            assertThat(GrantRules.competence(Set.of(role), true)).isEmpty();
        }
    }

    @Test
    void nobody_gives_itself_a_right() {
        assertThat(GrantRules.beneficiary("rekha", "rekha")).contains(Reason.NOT_FOR_YOURSELF);
        assertThat(GrantRules.beneficiary("asha", "rekha")).isEmpty();
        assertThat(GrantRules.beneficiary(null, "rekha")).isEmpty();
    }

    @Test
    void the_last_registrar_does_not_remove_itself() {
        Set<StaffRole> registrar = Set.of(StaffRole.REGISTRAR, StaffRole.TREASURER);
        assertThat(GrantRules.removal(registrar, true, 0)).contains(Reason.LAST_REGISTRAR);
        assertThat(GrantRules.removal(registrar, true, 1)).isEmpty();
        assertThat(GrantRules.removal(registrar, false, 0))
                .as("the registrar who removes it stays")
                .isEmpty();
        assertThat(GrantRules.removal(Set.of(StaffRole.TREASURER), true, 0)).isEmpty();
    }
}
