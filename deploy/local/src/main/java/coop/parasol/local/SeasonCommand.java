package coop.parasol.local;

import coop.parasol.local.season.Season;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells one season of the running system. */
@Command(
        name = "season",
        description = "Tell one season, from the founding to an exit, and check the conservation laws.")
final class SeasonCommand implements Callable<Integer> {

    private static final int BROKEN = 2;

    @Override
    public Integer call() {
        return new Season(Parasol.installation(), Instant.now().getEpochSecond()).tell() ? 0 : BROKEN;
    }
}
