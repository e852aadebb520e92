package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.junit.jupiter.api.Test;

/** The two-person rule compares the subjects of tokens. */
class CallerTest {

    private final Caller caller = new Caller(QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("qadir"))
            .build());

    @Test
    void who_has_drafted_cannot_approve() {
        assertThatCode(() -> caller.requireSecondPerson("qasim")).doesNotThrowAnyException();
        assertThatThrownBy(() -> caller.requireSecondPerson("qadir")).isInstanceOf(Problem.class);
    }
}
