package coop.parasol.portal.mail.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.mail.rules.MailRelevance.Decision;
import coop.parasol.portal.mail.rules.MailRelevance.Known;
import coop.parasol.portal.mail.rules.MailRelevance.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mail is sent only if it is still wanted when it is sent. */
class MailRelevanceTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final Duration MAX_AGE = Duration.ofDays(7);

    static Stream<Arguments> unwanted() {
        return Stream.of(
                Arguments.of(new Known(false, true, true, false, true, NOW), Reason.NO_ACCOUNT),
                Arguments.of(new Known(true, false, true, false, true, NOW), Reason.NOT_THEIRS),
                Arguments.of(new Known(true, true, false, false, true, NOW), Reason.OUTDATED),
                Arguments.of(new Known(true, true, true, true, true, NOW), Reason.READ),
                Arguments.of(new Known(true, true, true, false, false, NOW), Reason.NOT_WANTED),
                Arguments.of(
                        new Known(
                                true,
                                true,
                                true,
                                false,
                                true,
                                NOW.minus(MAX_AGE).minusMillis(1)),
                        Reason.TOO_OLD));
    }

    @ParameterizedTest
    @MethodSource("unwanted")
    void a_mail_that_is_not_wanted_any_more_is_not_sent(Known known, Reason reason) {
        assertThat(MailRelevance.decide(known, NOW, MAX_AGE)).isEqualTo(new Decision.Drop(reason));
    }

    @Test
    void a_mail_that_is_wanted_is_sent() {
        Known known = new Known(true, true, true, false, true, NOW.minus(MAX_AGE));
        assertThat(MailRelevance.decide(known, NOW, MAX_AGE)).isEqualTo(new Decision.Send());
    }

    @Test
    void the_pause_before_another_attempt_doubles_up_to_its_end() {
        RetryPause pause = new RetryPause(Duration.ofSeconds(30), Duration.ofHours(1));
        assertThat(pause.after(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pause.after(2)).isEqualTo(Duration.ofSeconds(60));
        assertThat(pause.after(8)).isEqualTo(Duration.ofHours(1));
        assertThat(pause.after(1_000)).isEqualTo(Duration.ofHours(1));
    }
}
