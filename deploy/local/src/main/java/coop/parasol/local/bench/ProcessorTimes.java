package coop.parasol.local.bench;

import coop.parasol.local.servers.Installation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Processor time that each component's processes have used since they started, and the load driver's own. */
public record ProcessorTimes(Map<String, Double> seconds) {

    public static final String DRIVER = "load driver";

    public static ProcessorTimes now(Installation installation) {
        Map<String, Double> seconds = ComponentProcesses.measure(installation, ProcessorTimes::used);
        seconds.put(DRIVER, used(ProcessHandle.current()));
        return new ProcessorTimes(seconds);
    }

    private static double used(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1_000.0;
    }

    public ProcessorTimes minus(ProcessorTimes before) {
        return combined(before, -1);
    }

    ProcessorTimes plus(ProcessorTimes other) {
        return combined(other, 1);
    }

    private ProcessorTimes combined(ProcessorTimes other, int sign) {
        Map<String, Double> sums = new LinkedHashMap<>();
        seconds.forEach((name, used) -> sums.put(name, used + sign * other.seconds.getOrDefault(name, 0.0)));
        return new ProcessorTimes(sums);
    }

    /** Milliseconds a call, most first; what used next to nothing is left out. */
    String perCall(int calls) {
        return seconds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(one -> Map.entry(one.getKey(), one.getValue() * 1_000 / calls))
                .filter(one -> one.getValue() >= 0.01)
                .map(one -> "%s %.2f".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
