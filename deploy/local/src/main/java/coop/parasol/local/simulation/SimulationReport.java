package coop.parasol.local.simulation;

import coop.parasol.bench.BenchReport;
import coop.parasol.local.bench.ProcessorTimes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a simulation has measured, as tables of Markdown. */
final class SimulationReport {

    private static final double MILLION = 1e6;
    private static final double MEGABYTE = 1 << 20;
    private static final double LEAST_SHARE = 0.005;

    private final BenchReport report;

    /** @param report begun before the load */
    SimulationReport(BenchReport report) {
        this.report = report;
    }

    /** @param laws that were checked, and whether they hold, in words */
    BenchReport write(String command, double minutes, List<Result> results, List<String> laws) {
        report.heading(
                "Simulation",
                command,
                "%s minutes of peak of each network, all services and the load driver on one machine, 32 callers that send when a call is due"
                        .formatted(number(minutes)),
                "Times are from when a call was due until it was answered. Calls carry tokens of people who have signed in, and idempotency"
                        + " keys. Members, products, prices, partners and stock were made by the same calls before, but for one SQL"
                        + " statement that makes TAMA's members a year older, so that a close has somebody to pay; applications are"
                        + " not limited by address.");
        report.line(
                        "| network | held | limited first by | one machine ends at about | disk busy | locks waited for | processors used |")
                .line("|---|---|---|---|---|---|---|");
        results.forEach(this::summary);
        results.forEach(this::details);
        report.line("").line("Checked afterwards:").line("");
        laws.forEach(law -> report.line("- " + law));
        return report;
    }

    private void summary(Result result) {
        MachineLimit limit = result.limit();
        Observation.Seen seen = result.seen();
        report.line("| %s | %s | %s | %s %s | %s | %s | %s, of it the load driver %s and others on this machine %s |"
                .formatted(
                        title(result),
                        result.held() ? "yes" : "**no**",
                        limit.what(),
                        rounded(result.network().size() * result.scale() * limit.times()),
                        result.network().unit(),
                        percent(seen.disk()),
                        percent(seen.lockWaits()),
                        percent(seen.processors()),
                        percent(seen.share(ProcessorTimes.DRIVER)),
                        percent(seen.others())));
    }

    private static String title(Result result) {
        return result.network().title() + (result.scale() == 1 ? "" : ", %s of it".formatted(percent(result.scale())));
    }

    private void details(Result result) {
        report.line("")
                .line("### " + title(result)
                        + ": %,d %s"
                                .formatted(
                                        result.network().size(),
                                        result.network().unit()))
                .line("")
                .line(result.network().peak())
                .line("")
                .line("| call | wanted/s | reached/s | done | failed | p50 ms | p99 ms |")
                .line("|---|---|---|---|---|---|---|");
        for (CallStatistics.Summary call : result.calls()) {
            report.line("| %s | %s | %s | %,d | %d | %.1f | %.1f |"
                    .formatted(
                            call.kind(),
                            Double.isNaN(call.wanted()) ? "" : rate(call.wanted()),
                            Double.isNaN(call.wanted()) ? "" : rate(call.reached()),
                            call.done(),
                            call.failed(),
                            call.p50(),
                            call.p99()));
        }
        components(result);
        report.line("")
                .line("Sessions in a transaction: " + result.seen().waits() + ".")
                .line("")
                .line(disk(result));
    }

    private void components(Result result) {
        Observation.Seen seen = result.seen();
        report.line("")
                .line(
                        "| component | share of the processors | memory MB | events behind, most | at the end | none after s |")
                .line("|---|---|---|---|---|---|");
        Map<String, Observation.Behind> behind = new TreeMap<>();
        seen.behind().forEach((service, one) -> behind.put(service.id(), one));
        seen.used().seconds().keySet().stream()
                .filter(component -> behind.containsKey(component) || seen.share(component) >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(seen::share).reversed())
                .forEach(component -> report.line("| %s | %s | %s | %s |"
                        .formatted(
                                component,
                                percent(seen.share(component)),
                                seen.memory().containsKey(component)
                                        ? "%.0f".formatted(seen.memory().get(component) / MEGABYTE)
                                        : "",
                                lag(behind.get(component)))));
    }

    private static String lag(Observation.@org.jspecify.annotations.Nullable Behind behind) {
        return behind == null
                ? " | | "
                : "%,d | %,d | %.1f".formatted(behind.largest(), behind.atTheEnd(), behind.secondsUntilNone());
    }

    private static String disk(Result result) {
        Map<String, Long> grown = result.seen().grown();
        long all = grown.values().stream().mapToLong(Long::longValue).sum();
        long kafka = grown.getOrDefault("kafka", 0L);
        return "Disk: %,d %s and %,d events have taken %.0f MB: %s. For a million %s %,.0f MB; for a million events %,.0f MB of Kafka's."
                .formatted(
                        result.counted(),
                        result.countedWords(),
                        result.seen().events(),
                        all / MEGABYTE,
                        grown.entrySet().stream()
                                .map(one -> "%s %.1f".formatted(one.getKey(), one.getValue() / MEGABYTE))
                                .collect(Collectors.joining(", ")),
                        result.countedWords(),
                        all / MEGABYTE / Math.max(1, result.counted()) * MILLION,
                        kafka / MEGABYTE / Math.max(1, result.seen().events()) * MILLION);
    }

    private static String rate(double perSecond) {
        return perSecond < 10 ? "%.2f".formatted(perSecond) : "%.0f".formatted(perSecond);
    }

    private static String percent(double part) {
        return Double.isNaN(part) ? "unknown" : "%.0f %%".formatted(100 * part);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? "%.0f".formatted(value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Two digits that count: more were not measured. */
    private static String rounded(double value) {
        if (Double.isInfinite(value)) {
            return "more than was measured,";
        }
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(1, value))) - 1);
        return "%,.0f".formatted(Math.round(value / step) * step);
    }
}
