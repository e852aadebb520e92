package coop.parasol.local.season;

import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.DemoMail;
import coop.parasol.local.servers.DemoSignIn;
import coop.parasol.local.servers.Installation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One season of the demo: steps, each of which uses what the earlier ones have produced, and a check of the
 * conservation laws.
 */
public final class Season {

    private static final int BASE = 36;

    private final Installation installation;
    private final SeasonContext context;

    /** @param start seconds since the epoch; distinguishes this season's lots and references from those of others */
    public Season(Installation installation, long start) {
        this(installation, start, Staff.ONE_PERSON_A_ROLE);
    }

    /** @param staff who decides for the firm */
    public Season(Installation installation, long start, Staff staff) {
        SeasonLog log = new SeasonLog();
        this.installation = installation;
        this.context =
                new SeasonContext(new ParasolApi(installation, log::line), log, Long.toString(start, BASE), staff);
    }

    /** A producer of the demo, who makes a product. */
    public record Producer(String memberId, String product, ApiUser owner) {}

    /** The first two steps alone: members, standards, auditors and prices are there; nothing is ordered or made. */
    public List<Producer> begin() {
        context.api.requireDemoUsers("A season");
        new AdmitMembers(context).run();
        new PublishStandardsAndPrices(context).run();
        return context.producers.stream()
                .map(producer -> new Producer(producer.memberId(), producer.product().code, producer.owner()))
                .toList();
    }

    private void listOnSignInPage() {
        Map<String, String> producers = new LinkedHashMap<>();
        context.producers.stream()
                .filter(producer -> context.api.keycloak().accountExists(producer.email()))
                .forEach(producer -> producers.put(producer.name(), producer.email()));
        DemoSignIn.list(installation, producers);
    }

    /**
     * Plays the season.
     *
     * @return whether all conservation laws hold at the end
     * @throws coop.parasol.local.servers.OperatorException if the demo users cannot sign in
     */
    public boolean run() {
        context.api.requireDemoUsers("A season");
        new AdmitMembers(context).run();
        new ChangeIdentity(context).run();
        new RecordOwners(context).run();
        new RegisterForTax(context).run();
        listOnSignInPage();
        new PublishStandardsAndPrices(context).run();
        new DecideAdvanceRate(context).run();
        new PlaceOrders(context).run();
        new PlanAhead(context).run();
        ProduceAndInspect production = new ProduceAndInspect(context);
        production.run();
        new DeliverAndCollectPayment(context).run();
        new SettlePools(context).run();
        new ClosePools(context).run();
        new ExitMember(context, production).run();
        new RegisterForTax(context).compare();
        boolean allHold = new ConservationLawCheck(context).allHold();
        long mails = DemoMail.mails(installation);
        if (mails > 0) {
            System.out.printf(
                    "The demo's outbox has %d mails so far: %s/demo/mail%n", mails, installation.publicOrigin());
        }
        return allHold;
    }
}
