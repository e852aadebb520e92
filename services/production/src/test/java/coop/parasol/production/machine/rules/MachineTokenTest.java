package coop.parasol.production.machine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MachineTokenTest {

    private static final UUID MACHINE = UUID.fromString("0198c000-0000-7000-8000-000000000001");
    private static final byte[] SECRET = new byte[MachineToken.SECRET_BYTES];

    private final MachineToken token = MachineToken.of(MACHINE, SECRET);

    @Test
    void a_token_is_read_as_it_was_shown() {
        assertThat(token.text())
                .isEqualTo("parasol-machine.0198c000-0000-7000-8000-000000000001."
                        + HexFormat.of().formatHex(SECRET));
        assertThat(MachineToken.parse(token.text())).contains(token);
    }

    @Test
    void what_is_no_token_is_not_read() {
        for (String text : List.of(
                "",
                "parasol-machine.",
                token.text() + "0",
                token.text().substring(1),
                token.text().replace("0198c000", "0198C000"),
                token.text().replace("parasol-machine.", "parasol-machine:"),
                " " + token.text(),
                token.text() + "\n")) {
            assertThat(MachineToken.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void a_kept_digest_is_that_of_one_secret_alone() {
        byte[] other = SECRET.clone();
        other[31] = 1;

        assertThat(token.isOf(token.digest())).isTrue();
        assertThat(MachineToken.of(MACHINE, other).isOf(token.digest())).isFalse();
        assertThat(token.digest()).hasSize(64).doesNotContain(token.secret());
    }

    @Test
    void the_secret_is_in_no_log() {
        assertThat(token.toString()).doesNotContain(token.secret());
    }
}
