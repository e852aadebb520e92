package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an installation was begun as, decided at its first start and kept in files of its home: a demo, with people and a
 * season to tell, or a firm, with neither. Only the first start asks for a season, so that no later one tells it into a
 * firm's books.
 */
public final class Beginning {

    private final Path firm;
    private final Path seasonDue;
    private final boolean isNew;

    Beginning(Installation installation) {
        this.firm = installation.home().resolve("without-demo");
        this.seasonDue = installation.home().resolve("season-due");
        this.isNew = installation.isNew();
    }

    /**
     * To be called before anything is started. Once a firm was begun it stays one; after the first start nothing changes but
     * that a season may be called off.
     *
     * @param demo whether there are to be people and bylaws with which a season can be told
     * @param season whether one is to be told as soon as everything runs
     */
    public void decide(boolean demo, boolean season) {
        if (isNew && !demo) {
            mark(firm, true);
        }
        if (isNew || !demo) {
            mark(seasonDue, season && isDemo() && demo);
        }
    }

    /** Whether the people of the demo were imported; true of an installation that was begun before this was asked. */
    public boolean isDemo() {
        return !Files.exists(firm);
    }

    public boolean seasonIsDue() {
        return Files.exists(seasonDue);
    }

    public void seasonIsTold() {
        mark(seasonDue, false);
    }

    private static void mark(Path file, boolean there) {
        try {
            if (!there) {
                Files.deleteIfExists(file);
            } else if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
