package coop.parasol.local.simulation;

import coop.parasol.local.servers.OperatorException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The largest networks of the paper that the firm follows, each with its size and what it does at its peak. */
public enum Network {
    TAMA("TAMA", 16_300, "members of one firm", """
            Every member votes in the last hour of a vote (a sign-in and a ballot each), while a tenth of the members join and a tenth
            leave within one day of eight hours. A join is an application, its admission and the payment for its share. Half-way a
            period is closed that pays a limited return to each member."""),
    WENZHOU("Wenzhou lighters", 500_000_000, "units a year", """
            500 million units over 250 days of eight hours are 69 a second; the peak is 500/55 times as much, as AMUL's is. Orders have
            three lines of one display box of 50, the smallest that is sold; each is allocated, dispatched and delivered. Lots are
            cartons of 1,000, reported ten a call and inspected one by one."""),
    AMUL("AMUL", 2_400_000, "deliveries reported twice a day", """
            55 a second on average, 500 at the peak. Each of 13,000 societies reports its 185 deliveries in one call, in bulk and as a
            stream (NDJSON) in turn, and signs in before.""");

    private final String title;
    private final long size;
    private final String unit;
    private final String peak;

    Network(String title, long size, String unit, String peak) {
        this.title = title;
        this.size = size;
        this.unit = unit;
        this.peak = peak;
    }

    String title() {
        return title;
    }

    /** How large the network is, in its {@link #unit()}. */
    long size() {
        return size;
    }

    /** What its size is counted in. */
    String unit() {
        return unit;
    }

    /** What happens at its peak, and how the rates follow from its size. */
    String peak() {
        return peak.replaceAll("\\s+", " ");
    }

    /**
     * The networks of that name.
     *
     * @param name of one of them in lower case, or {@code all}
     * @throws OperatorException if there is none
     */
    public static List<Network> named(String name) {
        if (name.equals("all")) {
            return List.of(values());
        }
        return Arrays.stream(values())
                .filter(network -> network.id().equals(name))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new OperatorException("There is no network \"" + name
                        + "\".\nWhat to do: name one of "
                        + Arrays.stream(values()).map(Network::id).collect(Collectors.joining(", "))
                        + ", or all."));
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
