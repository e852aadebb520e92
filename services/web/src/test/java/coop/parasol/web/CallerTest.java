package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.junit.jupiter.api.Test;

/** Who decides is who the token says. */
class CallerTest {

    private final Caller caller = new Caller(QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("qadir"))
            .build());

    @Test
    void what_one_has_drafted_another_approves() {
        assertThatCode(() -> caller.requireSecondPerson("qasim")).doesNotThrowAnyException();
        assertThatThrownBy(() -> caller.requireSecondPerson("qadir")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> caller.requireSecondPerson("QADIR")).isInstanceOf(Problem.class);
    }
}
