package coop.parasol.local.season;

import coop.parasol.local.client.Rest;
import coop.parasol.local.servers.Installation;

/** The story of one season. */
public final class Season {

    private static final int BASE = 36;

    private final World world;

    /** @param begin seconds since the epoch; tells this season's lots and references from those of another */
    public Season(Installation installation, long begin) {
        Story story = new Story();
        this.world = new World(new Rest(installation, story::tell), story, Long.toString(begin, BASE));
    }

    /**
     * @return whether the conservation laws hold at the end
     * @throws coop.parasol.local.servers.Trouble if the people of the demo are not there
     */
    public boolean tell() {
        world.rest.requireDemo("A season");
        new Founding(world).tell();
        new Offering(world).tell();
        new Selling(world).tell();
        new Making(world).tell();
        new Delivering(world).tell();
        new Settling(world).tell();
        new Leaving(world).tell();
        return new ClosingCheck(world).holds();
    }
}
