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

/** The port of each component, on the loopback interface. */
public final class Ports {

    private static final int MAX_PORT = 65_535;

    private final Map<Component, Integer> ports;

    private Ports(Map<Component, Integer> ports) {
        this.ports = ports;
    }

    /** The default ports, changed by {@code PARASOL_PORT_<COMPONENT>}. */
    public static Ports from(Map<String, String> environment) {
        Map<Component, Integer> ports = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            String value = environment.get(component.portVariable());
            ports.put(
                    component,
                    value == null || value.isBlank()
                            ? component.defaultPort()
                            : parse(component.portVariable(), value));
        }
        return new Ports(ports);
    }

    /**
     * The ports that a running installation has saved; those of the environment if none are saved.
     *
     * @throws OperatorException if the environment sets another port
     */
    static Ports saved(Path file, Map<String, String> environment) {
        Ports wanted = from(environment);
        if (!Files.exists(file)) {
            return wanted;
        }
        Ports running = from(PrivateFile.readProperties(file));
        for (Component component : Component.values()) {
            String value = environment.get(component.portVariable());
            if (value != null && !value.isBlank() && wanted.of(component) != running.of(component)) {
                throw new OperatorException(
                        component.portVariable() + "=" + value.strip()
                                + " is set, but this installation runs with port " + running.of(component) + " for "
                                + component.id()
                                + ".\nWhat to do: unset the variable, or run ./parasol down first and then start with the other port.");
            }
        }
        return running;
    }

    /** Saves the ports for {@link #saved}, all or nothing. */
    void save(Path file) {
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

    /** Ports that no process uses at this moment, for tests. */
    public static Ports free() {
        Map<Component, Integer> ports = new EnumMap<>(Component.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Component component : Component.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(component, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(ports);
    }

    public int of(Component component) {
        return Objects.requireNonNull(ports.get(component));
    }

    /**
     * Checks that nothing listens on the component's port.
     *
     * @throws OperatorException if something does
     */
    public void requireFree(Component component) {
        int port = of(component);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new OperatorException(
                    "Port " + port + ", which " + component.id() + " needs, is used by another program."
                            + "\nWhat to do: stop that program, or choose another port: "
                            + component.portVariable() + "=<port> ./parasol up",
                    e);
        }
    }

    /**
     * Reads a port.
     *
     * @param variable of the environment that has this value
     * @throws OperatorException if it is not a number from 1 to 65535
     */
    static int parse(String variable, String value) {
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new OperatorException(
                variable + "=" + value + " is not a port.\nWhat to do: set a number from 1 to " + MAX_PORT + ".");
    }
}
