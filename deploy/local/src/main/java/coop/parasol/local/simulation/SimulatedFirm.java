package coop.parasol.local.simulation;

import coop.parasol.bench.Clients;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The firm that is loaded: the demo's people at its desks, and made-up members. Names, sizes and keys follow from the seed, so that
 * two runs send the same.
 */
final class SimulatedFirm {

    private static final int CLIENTS = 8;
    private static final String PASSWORD = "simulated-member";
    private static final int PROGRESS_STEP = 1_000;

    private final Installation installation;
    private final ParasolApi api;
    private final long seed;
    private final Consumer<String> progress;
    private final ServiceLag lag;
    private final JoinFirm joining;
    private final List<SimulatedMember> members = new ArrayList<>();
    private final Set<SimulatedMember> accounts = new HashSet<>();

    final ApiUser registrar;
    final ApiUser treasurer;
    final ApiUser secondTreasurer;
    final ApiUser qualityDesk;
    final ApiUser secondQualityDesk;
    final ApiUser pricingDesk;
    final ApiUser secondPricingDesk;
    final ApiUser logisticsDesk;
    final ApiUser auditor;

    SimulatedFirm(Installation installation, long seed, ServiceLag lag, Consumer<String> progress) {
        this.installation = installation;
        this.api = new ParasolApi(installation, progress);
        this.seed = seed;
        this.lag = lag;
        this.progress = progress;
        this.registrar = api.demoUser("rekha");
        this.treasurer = api.demoUser("tara");
        this.secondTreasurer = api.demoUser("tomas");
        this.qualityDesk = api.demoUser("qadir");
        this.secondQualityDesk = api.demoUser("qasim");
        this.pricingDesk = api.demoUser("priya");
        this.secondPricingDesk = api.demoUser("pavan");
        this.logisticsDesk = api.demoUser("leela");
        this.auditor = api.demoUser("arun");
        this.joining = new JoinFirm(this);
    }

    Installation installation() {
        return installation;
    }

    ParasolApi api() {
        return api;
    }

    ServiceLag lag() {
        return lag;
    }

    JoinFirm joining() {
        return joining;
    }

    void say(String line) {
        progress.accept(line);
    }

    /** An idempotency key, the same in each run for the same thing. */
    String key(String what, long number) {
        return UUID.nameUUIDFromBytes((seed + " " + what + " " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Tells what is made up from what another seed makes up: registration numbers, references. */
    String tag(long number) {
        return "SIM-" + seed + "-" + number;
    }

    /** What follows from the seed and a number, from 0 up to the bound. */
    int pick(String what, long number, int bound) {
        return Math.floorMod((seed + " " + what + " " + number).hashCode(), bound);
    }

    /** The first members of the firm; as many of them join as there are not yet, by REST like all others. */
    List<SimulatedMember> members(int number) {
        int first = members.size();
        if (number > first) {
            long begun = System.nanoTime();
            AtomicInteger next = new AtomicInteger(first);
            List<SimulatedMember> joined = new ArrayList<>();
            CallStatistics statistics = new CallStatistics();
            together(CLIENTS, () -> join(next, number, statistics, joined));
            joined.sort(null);
            members.addAll(joined);
            say("%,d members joined, %.0f a second".formatted(joined.size(), joined.size() / seconds(begun)));
        }
        lag.awaitNone();
        return List.copyOf(members.subList(0, number));
    }

    private void join(AtomicInteger next, int number, CallStatistics statistics, List<SimulatedMember> joined) {
        try (Caller caller = new Caller(installation, statistics)) {
            for (int each = next.getAndIncrement(); each < number; each = next.getAndIncrement()) {
                SimulatedMember member = joining.join(caller, each, System.nanoTime());
                synchronized (joined) {
                    joined.add(member);
                    if (joined.size() % PROGRESS_STEP == 0) {
                        say("%,d members have joined".formatted(joined.size()));
                    }
                }
            }
        } catch (Caller.Failed e) {
            throw refused("A made-up firm could not join", e);
        }
    }

    /** Runs it in so many threads; what an operator can do something about is thrown as that. */
    private static void together(int clients, Runnable work) {
        try {
            Clients.run(clients, work);
        } catch (IllegalStateException e) {
            throw e.getCause() instanceof OperatorException failure ? failure : e;
        }
    }

    /** Gives members a password to sign in with, where they have none yet, as those have whom it mails theirs. */
    void accounts(List<SimulatedMember> owners) {
        List<SimulatedMember> without =
                owners.stream().filter(owner -> !accounts.contains(owner)).toList();
        say("waiting until Keycloak knows all members");
        while (lag.count(Component.MEMBERSHIP, "select count(*) from login where not synchronized") > 0) {
            ServiceLag.pause();
        }
        say("%,d members choose a password".formatted(without.size()));
        AtomicInteger next = new AtomicInteger();
        together(CLIENTS / 2, () -> {
            for (int each = next.getAndIncrement(); each < without.size(); each = next.getAndIncrement()) {
                api.keycloak().setPassword(without.get(each).email(), PASSWORD);
            }
        });
        accounts.addAll(without);
    }

    /** A member that has a password, for what is prepared. */
    ApiUser user(SimulatedMember member) {
        return api.user(member.email(), PASSWORD);
    }

    /** Where an open loop begins with a sign-in, that is a call of its own: {@code sign in}. */
    String signIn(SimulatedMember member, CallStatistics statistics, long due) throws Caller.Failed {
        try {
            String token = user(member).token();
            statistics.answered("sign in", due, 1);
            return token;
        } catch (ProblemResponseException | OperatorException e) {
            throw new Caller.Failed("sign in", String.valueOf(e.getMessage()), 0);
        }
    }

    /** For what is prepared: nothing of it may fail. */
    static OperatorException refused(String what, Caller.Failed failure) {
        return new OperatorException(
                what + ": " + failure.getMessage()
                        + "\nWhat to do: look at the service's log in the folder that is printed above, and run it again.",
                failure);
    }

    static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
