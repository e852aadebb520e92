package coop.parasol.local.bench;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The processes of an installation's components, those that they have started included. */
public final class ComponentProcesses {

    private ComponentProcesses() {}

    /**
     * Adds up a figure of the processes of each component that runs.
     *
     * @param figure of one process
     * @return sums by the component's id, which may be added to
     */
    public static Map<String, Double> measure(Installation installation, ToDoubleFunction<ProcessHandle> figure) {
        Map<String, Double> sums = new LinkedHashMap<>();
        Arrays.stream(Component.values())
                .filter(Component::isProcess)
                .forEach(component -> installation
                        .processes()
                        .running(component)
                        .ifPresent(process -> sums.put(
                                component.id(),
                                Stream.concat(Stream.of(process), process.descendants())
                                        .mapToDouble(figure)
                                        .sum())));
        return sums;
    }
}
