package coop.parasol.local.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.season.FirmLaws;
import coop.parasol.local.servers.Component;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One firm of many members: they vote, others join and leave, and a period is closed that pays something to each of them. */
final class TamaLoad implements Load {

    private static final String SIGN_IN = "sign in";
    private static final String BALLOT = "ballot";
    private static final String EXIT = "exit asked for";
    private static final String CLOSE = "close of the period";

    private static final double LAST_HOUR_SECONDS = 3_600;
    private static final double WORKING_DAY_SECONDS = 8 * 3_600;
    private static final double JOINING_PART = 0.1;
    private static final double VOTE_MARGIN_SECONDS = 60;

    /** Basis points of the value of a share. */
    private static final int LIMITED_RETURN = 500;

    private static final BigDecimal SURPLUS_PER_MEMBER = new BigDecimal("100.00");

    private final SimulatedFirm firm;
    private final CallStatistics statistics;
    private final double seconds;
    private final int size;
    private final int voters;
    private final int leavers;
    private final double ballotsPerSecond;
    private final double joinsPerSecond;

    private List<SimulatedMember> actors = List.of();
    private String period = "";
    private String proposal = "";

    TamaLoad(SimulatedFirm firm, CallStatistics statistics, double scale, double seconds) {
        this.firm = firm;
        this.statistics = statistics;
        this.seconds = seconds;
        this.ballotsPerSecond = Network.TAMA.size() * scale / LAST_HOUR_SECONDS;
        this.joinsPerSecond = Network.TAMA.size() * scale * JOINING_PART / WORKING_DAY_SECONDS;
        this.voters = (int) Math.ceil(ballotsPerSecond * seconds) + 1;
        this.leavers = (int) Math.ceil(joinsPerSecond * seconds) + 1;
        this.size = Math.max((int) Math.round(Network.TAMA.size() * scale), voters + leavers + 1);
    }

    @Override
    public void prepare() {
        List<SimulatedMember> members = firm.members(size);
        // the last ones: the first work for the other networks, and some of these leave
        actors = members.subList(size - voters - leavers, size);
        firm.accounts(actors);
        LocalDate yesterday = firm.api().today().minusDays(1);
        // a return is for who has held its share since the period's end, which no call can bring about today
        firm.lag().execute(Component.MEMBERSHIP, """
                update member set applied_at = applied_at - interval '1 year', admitted_at = admitted_at - interval '1 year',
                       share_issued_at = share_issued_at - interval '1 year' where share_issued_at is not null
                """);
        book(SURPLUS_PER_MEMBER.multiply(BigDecimal.valueOf(size)), yesterday);
        period = firm.treasurer
                .post(
                        Component.MEMBERSHIP,
                        "/periods",
                        Map.of(
                                "firstDay",
                                yesterday.minusYears(1).plusDays(1).toString(),
                                "lastDay",
                                yesterday.toString()))
                .path("periodId")
                .asText();
        firm.treasurer.post(Component.MEMBERSHIP, closing(), Map.of("limitedReturnRate", LIMITED_RETURN));
        proposal = openVote();
    }

    private String openVote() {
        Instant closesAt = Instant.now().plusMillis((long) (1_000 * (seconds + VOTE_MARGIN_SECONDS)));
        return firm.user(actors.getFirst())
                .post(
                        Component.MEMBERSHIP,
                        "/proposals",
                        Map.of(
                                "kind",
                                "FREE_TEXT",
                                "title",
                                "A second hall",
                                "text",
                                "Shall we rent a second hall?",
                                "closesAt",
                                closesAt.toString()))
                .path("proposalId")
                .asText();
    }

    private String closing() {
        return "/periods/" + period + "/closing";
    }

    /** An income by hand: one treasurer enters it, the other approves. */
    private void book(BigDecimal surplus, LocalDate day) {
        JsonNode entry = firm.treasurer.post(
                Component.MEMBERSHIP,
                "/ledger/manual-entries",
                Map.of(
                        "bookedOn",
                        day.toString(),
                        "narrative",
                        "rent of the exhibition hall",
                        "lines",
                        List.of(
                                Map.of(
                                        "account",
                                        "BANK",
                                        "amount",
                                        firm.api().money().of(surplus)),
                                Map.of(
                                        "account",
                                        "OTHER_INCOME",
                                        "amount",
                                        firm.api().money().of(surplus.negate())))));
        firm.secondTreasurer.post(
                Component.MEMBERSHIP,
                "/ledger/manual-entries/" + entry.path("manualEntryId").asText() + "/approval",
                Map.of());
    }

    @Override
    public void schedule(OpenLoop loop) {
        AtomicInteger voter = new AtomicInteger();
        AtomicInteger leaver = new AtomicInteger();
        AtomicInteger joiner = new AtomicInteger(size);
        statistics.expect(SIGN_IN, ballotsPerSecond + joinsPerSecond);
        statistics.expect(BALLOT, ballotsPerSecond);
        for (String kind :
                List.of(JoinFirm.APPLICATION, JoinFirm.ADMISSION, JoinFirm.PRICE, JoinFirm.CONTRIBUTION, EXIT)) {
            statistics.expect(kind, joinsPerSecond);
        }
        loop.steadily(ballotsPerSecond, BALLOT, (caller, due) -> vote(caller, due, voter.getAndIncrement()));
        loop.steadily(
                joinsPerSecond,
                JoinFirm.APPLICATION,
                (caller, due) -> firm.joining().join(caller, joiner.getAndIncrement(), due));
        loop.steadily(joinsPerSecond, EXIT, (caller, due) -> leave(caller, due, leaver.getAndIncrement()));
        loop.at(CLOSE, (loop.begun() + loop.end()) / 2, this::close);
    }

    private void vote(Caller caller, long due, int number) throws Caller.Failed {
        String token = firm.signIn(actors.get(number), statistics, due);
        String choice = firm.pick("choice", number, 3) == 0 ? "NO" : "YES";
        caller.post(
                new Caller.As(BALLOT, System.nanoTime(), token, null),
                Component.MEMBERSHIP,
                "/proposals/" + proposal + "/ballots",
                Map.of("choice", choice));
    }

    private void leave(Caller caller, long due, int number) throws Caller.Failed {
        String token = firm.signIn(actors.get(voters + number), statistics, due);
        caller.post(
                new Caller.As(EXIT, System.nanoTime(), token, firm.key("exit", number)),
                Component.MEMBERSHIP,
                "/exits",
                Map.of("reason", "we retire"));
    }

    private void close(Caller caller, long due) throws Caller.Failed {
        caller.post(
                new Caller.As(CLOSE, due, firm.secondTreasurer.token(), firm.key("close", 0)),
                Component.MEMBERSHIP,
                closing() + "/approval",
                Map.of());
    }

    @Override
    public void settle() {
        firm.say("waiting until the vote is counted and the exits are valued");
        while (proposal().path("decidedAt").asText("").isEmpty()
                || exits("state in ('REQUESTED', 'BINDING', 'CLEARED')") > 0) {
            ServiceLag.pause();
        }
    }

    private JsonNode proposal() {
        return firm.registrar.get(Component.MEMBERSHIP, "/proposals/" + proposal);
    }

    private long exits(String condition) {
        return firm.lag().count(Component.MEMBERSHIP, "select count(*) from exit_case where " + condition);
    }

    @Override
    public void check(FirmLaws.Verdict verdict) {
        JsonNode result = proposal().path("result");
        long counted = Json.number(result.path("yes")).longValue()
                + Json.number(result.path("no")).longValue();
        long cast = statistics.done(BALLOT);
        verdict.of("%,d ballots were cast, and %,d counted".formatted(cast, counted), cast == counted);
        long asked = statistics.done(EXIT);
        long exits = exits("true");
        verdict.of("%,d members asked to leave, and %,d exits are valued".formatted(asked, exits), asked == exits);
        long holders = size - exits;
        long allotted = firm.lag()
                .count(Component.MEMBERSHIP, "select count(*) from allotment where period = '" + period + "'");
        verdict.of(
                "the close has paid something to each of %,d members, %,d of whom are leaving or have left since"
                        .formatted(allotted, Math.max(0, allotted - holders)),
                allotted >= holders && allotted <= size);
    }

    @Override
    public long counted() {
        return statistics.done(BALLOT);
    }

    @Override
    public String countedWords() {
        return "ballots, with all that happens beside them";
    }
}
