package coop.parasol.local.season;

import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.Installation;

/**
 * One season of the demo: seven steps, each of which uses what the earlier ones have produced, and a check of the
 * conservation laws.
 */
public final class Season {

    private static final int BASE = 36;

    private final SeasonContext context;

    /** @param start seconds since the epoch; distinguishes this season's lots and references from those of others */
    public Season(Installation installation, long start) {
        this(installation, start, Staff.ONE_PERSON_A_ROLE);
    }

    /** @param staff who decides for the firm */
    public Season(Installation installation, long start, Staff staff) {
        SeasonLog log = new SeasonLog();
        this.context =
                new SeasonContext(new ParasolApi(installation, log::line), log, Long.toString(start, BASE), staff);
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
        new PublishStandardsAndPrices(context).run();
        new PlaceOrders(context).run();
        ProduceAndInspect production = new ProduceAndInspect(context);
        production.run();
        new DeliverAndCollectPayment(context).run();
        new SettlePools(context).run();
        new ExitMember(context, production).run();
        return new ConservationLawCheck(context).allHold();
    }
}
