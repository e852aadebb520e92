package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** On which ports the Keycloak of the test servers listens, as the kernel says it. */
@EnabledOnOs(OS.LINUX)
@EnabledIfEnvironmentVariable(named = "PARASOL_TEST_HOME", matches = ".+")
class KeycloakPortsIT {

    private static final String LISTENING = "0A";
    /** 127.0.0.1, ::1 and ::ffff:127.0.0.1 as /proc/net/tcp writes them. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    /** Of JGroups, for members and for the detection of failures. */
    private static final List<Integer> CLUSTER_PORTS = List.of(7800, 57800);

    private record Listener(String address, int port) {}

    @Test
    void it_listens_on_loopback_alone_and_opens_no_port_to_a_cluster() throws IOException {
        Path home = Path.of(System.getenv("PARASOL_TEST_HOME"));
        ProcessHandle keycloak = new Processes(home.resolve("run"), home.resolve("logs"))
                .running(Component.KEYCLOAK)
                .orElseThrow();
        int http = Integer.parseInt(System.getenv(Component.KEYCLOAK.portVariable()));

        List<Listener> listeners = new ArrayList<>();
        for (ProcessHandle process :
                Stream.concat(Stream.of(keycloak), keycloak.descendants()).toList()) {
            listeners.addAll(listeners(process.pid()));
        }

        assertThat(listeners).extracting(Listener::port).contains(http).doesNotContainAnyElementsOf(CLUSTER_PORTS);
        assertThat(listeners).extracting(Listener::address).isSubsetOf(LOOPBACK);
    }

    private static List<Listener> listeners(long process) throws IOException {
        Path of = Path.of("/proc", Long.toString(process));
        Set<String> sockets = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(of.resolve("fd"))) {
            for (Path file : files) {
                socket(file).ifPresent(sockets::add);
            }
        }
        List<Listener> listeners = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(of.resolve(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9 && columns[3].equals(LISTENING) && sockets.contains(columns[9])) {
                    String[] local = columns[1].split(":");
                    listeners.add(new Listener(local[0], Integer.parseInt(local[1], 16)));
                }
            }
        }
        return listeners;
    }

    /** The number of the socket that is open as the file; none for another kind, or once Keycloak has closed it. */
    private static Optional<String> socket(Path file) throws IOException {
        try {
            String target = Files.readSymbolicLink(file).toString();
            return target.startsWith("socket:[")
                    ? Optional.of(target.substring("socket:[".length(), target.length() - 1))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
