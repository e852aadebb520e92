package coop.parasol.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the demo users nothing is begun in their names. */
class DemoUsersTest {

    private final HttpServer keycloak;
    private final List<String> known = new CopyOnWriteArrayList<>(List.of("rekha"));

    @TempDir
    Path home;

    DemoUsersTest() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        keycloak.createContext("/", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean knows = known.stream().anyMatch(name -> form.contains("username=" + name));
            byte[] answer = (knows ? "{\"access_token\":\"t\",\"expires_in\":300}" : "{\"error\":\"invalid_grant\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(knows ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        keycloak.start();
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    @Test
    void a_demo_user_who_cannot_sign_in_is_named_in_the_message() {
        ParasolApi api = api();
        api.demoUser("rekha");
        api.demoUser("tara");

        assertThatThrownBy(() -> api.requireDemoUsers("A season"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("A season")
                .hasMessageContaining("tara")
                .hasMessageContaining("--no-season")
                .hasMessageContaining("What to do");
    }

    @Test
    void nothing_is_thrown_if_all_demo_users_can_sign_in() {
        known.add("tara");
        ParasolApi api = api();
        ApiUser tara = api.demoUser("tara");

        api.requireDemoUsers("A season");

        assertThat(tara.name()).isEqualTo("tara");
    }

    private ParasolApi api() {
        Ports ports = Ports.from(Map.of(
                Component.KEYCLOAK.portVariable(),
                Integer.toString(keycloak.getAddress().getPort())));
        return new ParasolApi(Installation.at(home, home, ports), notice -> {});
    }
}
