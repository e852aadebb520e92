package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was decided at the first start of an installation and is kept as marker files in its home: whether it is a demo,
 * with demo users and a season to be played, or a firm without either. Later starts cannot turn a firm into a demo, so
 * that no season is ever played into a firm's books.
 */
public final class FirstStart {

    private final Path firm;
    private final Path seasonDue;
    private final boolean isNew;

    FirstStart(Installation installation) {
        this.firm = installation.home().resolve("without-demo");
        this.seasonDue = installation.home().resolve("season-due");
        this.isNew = installation.isNew();
    }

    /**
     * Records the decision; to be called before any component is started. After the first start it changes nothing,
     * except that a season that is still pending is cancelled if no demo is asked for.
     *
     * @param demo whether demo users and demo bylaws are wanted
     * @param season whether a season is to be played as soon as everything runs
     */
    public void record(boolean demo, boolean season) {
        if (isNew && !demo) {
            mark(firm, true);
        }
        if (isNew || !demo) {
            mark(seasonDue, season && isDemo() && demo);
        }
    }

    /** Whether the demo users were imported. */
    public boolean isDemo() {
        return !Files.exists(firm);
    }

    /** Whether a season is to be played that has not been played yet. */
    public boolean isSeasonPending() {
        return Files.exists(seasonDue);
    }

    /** Records that the season was played. */
    public void markSeasonDone() {
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
