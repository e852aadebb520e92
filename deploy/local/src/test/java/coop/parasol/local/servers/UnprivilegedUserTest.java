package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Root can run PostgreSQL, also in containers that forbid user namespaces. */
class UnprivilegedUserTest {

    private static final List<String> COMMAND = List.of("postgres", "-D", "data");

    @Test
    void an_ordinary_user_runs_the_command_unchanged() {
        UnprivilegedUser way = UnprivilegedUser.choose(false, command -> false);

        assertThat(way.command(COMMAND)).isEqualTo(COMMAND);
        assertThat(way.owner()).isNegative();
    }

    @Test
    void root_uses_a_user_namespace_where_it_is_allowed() {
        UnprivilegedUser way = UnprivilegedUser.choose(true, command -> true);

        assertThat(way.command(COMMAND)).startsWith("unshare", "-U").endsWith("data");
        assertThat(way.owner()).isZero();
    }

    @Test
    void root_switches_to_nobody_who_owns_the_data_where_namespaces_are_forbidden() {
        UnprivilegedUser way = UnprivilegedUser.choose(true, command -> !command.contains("unshare"));

        assertThat(way.command(COMMAND)).startsWith("setpriv", "--reuid=65534").endsWith("data");
        assertThat(way.owner()).isEqualTo(65534);
    }

    @Test
    void without_either_way_the_message_says_what_to_do() {
        assertThatThrownBy(() -> UnprivilegedUser.choose(true, command -> false))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("What to do: run ./parasol as another user");
    }
}
