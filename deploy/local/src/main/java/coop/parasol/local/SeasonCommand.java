package coop.parasol.local;

import coop.parasol.local.season.Season;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Plays one season on the running system. */
@Command(
        name = "season",
        description = "Play one season, from admitting members to an exit, and check the conservation laws.")
final class SeasonCommand implements Callable<Integer> {

    private static final int LAW_BROKEN = 2;

    @Override
    public Integer call() {
        return new Season(Parasol.installation(), Instant.now().getEpochSecond()).run() ? 0 : LAW_BROKEN;
    }
}
