package coop.parasol.local.simulation;

import coop.parasol.local.season.FirmLaws;

/** What one network does. */
interface Load {

    /** Master data and history, before anything is measured. */
    void prepare();

    /** Says what is to be called when. */
    void schedule(OpenLoop loop);

    /** Waits for what the services still do by themselves when all is called. */
    void settle();

    /** Checks what must have become of this load, beyond the laws of every firm. */
    void check(FirmLaws.Verdict verdict);

    /** How much was done, by which the disk is counted. */
    long counted();

    /** What that is, in the plural. */
    String countedWords();
}
