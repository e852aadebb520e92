package coop.parasol.acceptance.seeded.membership.share;

/** A use case that writes to a read model. */
public final class WritesACopy {

    void write() {
        new CopiedNames().write();
    }
}
