package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL runs for root too, also where a container forbids user namespaces. */
class UnprivilegedUserTest {

    private static final List<String> COMMAND = List.of("postgres", "-D", "data");

    @Test
    void who_is_not_root_runs_it_as_itself() {
        UnprivilegedUser way = UnprivilegedUser.choose(false, command -> false);

        assertThat(way.command(COMMAND)).isEqualTo(COMMAND);
        assertThat(way.owner()).isNegative();
    }

    @Test
    void root_takes_a_namespace_where_it_may() {
        UnprivilegedUser way = UnprivilegedUser.choose(true, command -> true);

        assertThat(way.command(COMMAND)).startsWith("unshare", "-U").endsWith("data");
        assertThat(way.owner()).isZero();
    }

    @Test
    void root_becomes_nobody_where_namespaces_are_forbidden_and_the_data_are_nobodys() {
        UnprivilegedUser way = UnprivilegedUser.choose(true, command -> !command.contains("unshare"));

        assertThat(way.command(COMMAND)).startsWith("setpriv", "--reuid=65534").endsWith("data");
        assertThat(way.owner()).isEqualTo(65534);
    }

    @Test
    void without_either_root_is_told_what_to_do() {
        assertThatThrownBy(() -> UnprivilegedUser.choose(true, command -> false))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("What to do: run ./parasol as another user");
    }
}
