package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which roles one person may hold. */
class RoleSeparationTest {

    @Test
    void one_person_may_hold_several_desk_roles() {
        assertThat(RoleSeparation.separated(person("registrar", "treasurer", "quality-desk", "pricing-desk"))
                        .getRoles())
                .containsExactlyInAnyOrder("registrar", "treasurer", "quality-desk", "pricing-desk");
    }

    @Test
    void nobody_is_auditor_and_quality_desk() {
        SecurityIdentity person = RoleSeparation.separated(person("auditor", "quality-desk", "treasurer"));

        assertThat(person.getRoles()).containsExactly("treasurer");
        assertThat(person.getPrincipal().getName()).isEqualTo("a person");
    }

    private static SecurityIdentity person(String... roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("a person"))
                .addRoles(Set.of(roles))
                .build();
    }
}
