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
        SeasonLog log = new SeasonLog();
        this.context = new SeasonContext(new ParasolApi(installation, log::line), log, Long.toString(start, BASE));
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
        new PublishStandardsAndPrices(context).run();
        new PlaceOrders(context).run();
        new ProduceAndInspect(context).run();
        new DeliverAndCollectPayment(context).run();
        new SettlePools(context).run();
        new ExitMember(context).run();
        return new ConservationLawCheck(context).allHold();
    }
}
