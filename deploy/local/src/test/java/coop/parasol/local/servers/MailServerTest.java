package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server that sends mail, from the environment. */
class MailServerTest {

    @Test
    void without_a_host_no_mail_is_sent() {
        assertThat(MailServer.of(Map.of())).isEmpty();
        assertThat(MailServer.of(Map.of("PARASOL_SMTP_HOST", " "))).isEmpty();
    }

    @Test
    void what_is_not_said_is_what_most_servers_want() {
        assertThat(MailServer.of(Map.of(
                        "PARASOL_SMTP_HOST",
                        "smtp.example",
                        "PARASOL_SMTP_FROM",
                        "firm@example.org",
                        "PARASOL_FIRM_NAME",
                        "Lamps Ltd.")))
                .contains(new MailServer(
                        "smtp.example", 587, "firm@example.org", "Lamps Ltd.", MailServer.Security.STARTTLS, "", ""));
    }

    @Test
    void a_wrong_setting_is_refused_with_what_to_do() {
        for (Map<String, String> wrong : List.of(
                Map.of("PARASOL_SMTP_HOST", "smtp.example"),
                Map.of("PARASOL_SMTP_HOST", "h", "PARASOL_SMTP_FROM", "a@b", "PARASOL_SMTP_PORT", "0"),
                Map.of("PARASOL_SMTP_HOST", "h", "PARASOL_SMTP_FROM", "a@b", "PARASOL_SMTP_PORT", "smtp"),
                Map.of("PARASOL_SMTP_HOST", "h", "PARASOL_SMTP_FROM", "a@b", "PARASOL_SMTP_SECURITY", "ssl"))) {
            assertThatThrownBy(() -> MailServer.of(wrong))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("What to do");
        }
    }
}
