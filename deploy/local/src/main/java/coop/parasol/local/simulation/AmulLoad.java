package coop.parasol.local.simulation;

import coop.parasol.local.bench.HttpConnection;
import coop.parasol.local.client.Json;
import coop.parasol.local.season.FirmLaws;
import coop.parasol.local.servers.Component;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Societies report the milk that was delivered to them, each its own deliveries in one call: in bulk and as a stream in turn. */
final class AmulLoad implements Load {

    private static final String SIGN_IN = "sign in";
    private static final String BULK = "deliveries reported in bulk";
    private static final String STREAM = "deliveries reported as a stream";
    private static final String NDJSON = "application/x-ndjson";
    private static final String PRODUCT = "MILK";
    private static final String LITRE = "LTR";
    private static final Pattern TAKEN = Pattern.compile("\"status\":\\s*20[01]");

    private static final double PEAK_PER_SECOND = 500;
    private static final long SOCIETIES = 13_000;
    private static final int DELIVERIES = (int) Math.ceilDiv(Network.AMUL.size(), SOCIETIES);

    /** In a load that is too small or short for as many calls, each has fewer deliveries. */
    private static final int MIN_CALLS = 4;

    private static final int MAX_DECILITRES = 200;

    private final SimulatedFirm firm;
    private final CallStatistics statistics;
    private final int deliveriesPerCall;
    private final double callsPerSecond;
    private final int societies;
    private final AtomicLong reported = new AtomicLong();
    private List<SimulatedMember> members = List.of();

    AmulLoad(SimulatedFirm firm, CallStatistics statistics, double scale, double seconds) {
        this.firm = firm;
        this.statistics = statistics;
        this.deliveriesPerCall =
                (int) Math.clamp(PEAK_PER_SECOND * scale * seconds / MIN_CALLS, 1.0, (double) DELIVERIES);
        this.callsPerSecond = PEAK_PER_SECOND * scale / deliveriesPerCall;
        this.societies = (int) Math.min(SOCIETIES, Math.ceil(callsPerSecond * seconds) + 1);
    }

    @Override
    public void prepare() {
        members = firm.members(societies);
        firm.accounts(members);
        new SimulatedProducts(firm).publishStandards(List.of(PRODUCT), "Milk", LITRE);
    }

    @Override
    public void schedule(OpenLoop loop) {
        AtomicInteger call = new AtomicInteger();
        statistics.expect(SIGN_IN, callsPerSecond);
        statistics.expect(BULK, callsPerSecond * deliveriesPerCall / 2);
        statistics.expect(STREAM, callsPerSecond * deliveriesPerCall / 2);
        loop.steadily(callsPerSecond, BULK, (caller, due) -> report(caller, due, call.getAndIncrement()));
    }

    private void report(Caller caller, long due, int call) throws Caller.Failed {
        String token = firm.signIn(members.get(call % members.size()), statistics, due);
        boolean stream = call % 2 == 1;
        String kind = stream ? STREAM : BULK;
        List<String> deliveries = IntStream.range(0, deliveriesPerCall)
                .mapToObj(each -> delivery((long) call * deliveriesPerCall + each))
                .toList();
        Caller.As society = new Caller.As(kind, System.nanoTime(), token, stream ? null : firm.key(kind, call));
        HttpConnection.Answer answer = stream
                ? caller.send(
                        society,
                        Component.PRODUCTION,
                        "POST",
                        "/batches/stream",
                        NDJSON,
                        String.join("\n", deliveries) + "\n",
                        deliveriesPerCall)
                : caller.send(
                        society,
                        Component.PRODUCTION,
                        "POST",
                        "/batches/bulk",
                        HttpConnection.JSON,
                        deliveries.stream().collect(Collectors.joining(",", "[", "]")),
                        deliveriesPerCall);
        int taken = (int) TAKEN.matcher(answer.body()).results().count();
        reported.addAndGet(taken);
        if (taken < deliveriesPerCall) {
            throw new Caller.Failed(kind, "only " + taken + " were taken: " + answer.body(), answer.status());
        }
    }

    private String delivery(long number) {
        int decilitres = 1 + firm.pick("milk", number, MAX_DECILITRES);
        return Json.write(new Delivery(
                PRODUCT,
                "M-" + number,
                new Amount(decilitres / 10 + "." + decilitres % 10, LITRE),
                firm.api().today().toString(),
                "by hand"));
    }

    /** A delivery as a batch is reported. */
    record Delivery(String product, String lot, Amount quantity, String madeOn, String route) {}

    /** A quantity as REST writes it. */
    record Amount(String value, String unit) {}

    @Override
    public void settle() {
        firm.say("waiting until all deliveries have their sample");
        firm.lag().awaitNone();
    }

    @Override
    public void check(FirmLaws.Verdict verdict) {
        long stored =
                firm.lag().count(Component.PRODUCTION, "select count(*) from batch where product = '" + PRODUCT + "'");
        long sampled = firm.lag()
                .count(
                        Component.QUALITY,
                        "select count(*) from batch where state = 'SAMPLED' and product = '" + PRODUCT + "'");
        verdict.of(
                "of %,d deliveries that were answered %,d are stored and %,d have a sample"
                        .formatted(reported.get(), stored, sampled),
                reported.get() == stored && stored == sampled);
    }

    @Override
    public long counted() {
        return reported.get();
    }

    @Override
    public String countedWords() {
        return "deliveries";
    }
}
