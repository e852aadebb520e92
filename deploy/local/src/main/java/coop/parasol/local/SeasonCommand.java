package coop.parasol.local;

import coop.parasol.local.season.Season;
import coop.parasol.local.season.Staff;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays one season on the running system. */
@Command(
        name = "season",
        description = "Play one season, from admitting members to an exit, and check the conservation laws.")
final class SeasonCommand implements Callable<Integer> {

    private static final int LAW_BROKEN = 2;

    @Option(names = "--small-firm", description = "The firm has three employees, each with several roles.")
    private boolean smallFirm;

    @Override
    public Integer call() {
        Staff staff = smallFirm ? Staff.THREE_EMPLOYEES : Staff.ONE_PERSON_A_ROLE;
        return new Season(Parasol.installation(), Instant.now().getEpochSecond(), staff).run() ? 0 : LAW_BROKEN;
    }
}
