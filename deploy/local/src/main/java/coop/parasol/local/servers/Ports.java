package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which part listens where, on loopback. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private final Map<Part, Integer> ports;

    private Ports(Map<Part, Integer> ports) {
        this.ports = ports;
    }

    /** The defaults, changed by {@code PARASOL_PORT_<PART>}. */
    public static Ports from(Map<String, String> environment) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String value = environment.get(part.portVariable());
            ports.put(part, value == null || value.isBlank() ? part.defaultPort() : parse(part, value));
        }
        return new Ports(ports);
    }

    /**
     * The ports that a running installation was started with; those of the environment if none are kept.
     *
     * @throws Trouble if the environment names another port
     */
    static Ports kept(Path file, Map<String, String> environment) {
        Ports wanted = from(environment);
        if (!Files.exists(file)) {
            return wanted;
        }
        Ports running = from(PrivateFile.properties(file));
        for (Part part : Part.values()) {
            String value = environment.get(part.portVariable());
            if (value != null && !value.isBlank() && wanted.of(part) != running.of(part)) {
                throw new Trouble(part.portVariable() + "=" + value.strip() + ", but this installation runs with port "
                        + running.of(part) + " for " + part.id() + ".\nWhat to do: leave the variable out, or"
                        + " ./parasol down first and then start with the other port.");
            }
        }
        return running;
    }

    /** Writes what {@link #kept} reads; the file appears whole. */
    void keep(Path file) {
        String text = ports.entrySet().stream()
                .map(port -> port.getKey().portVariable() + "=" + port.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrivateFile.write(file, text);
    }

    /** Ports that nobody uses at this moment, for tests. */
    public static Ports free() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Part part : Part.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(part, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(ports);
    }

    public int of(Part part) {
        return Objects.requireNonNull(ports.get(part));
    }

    /** @throws Trouble if somebody else listens there already */
    public void requireFree(Part part) {
        int port = of(part);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new Trouble(
                    "Port " + port + ", which " + part.id()
                            + " needs, is taken by another program. Stop that program, or" + " choose another port: "
                            + part.portVariable() + "=<port> ./parasol up",
                    e);
        }
    }

    private static int parse(Part part, String value) {
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Trouble(part.portVariable() + "=" + value + " is no port; take a number from 1 to " + HIGHEST + ".");
    }
}
