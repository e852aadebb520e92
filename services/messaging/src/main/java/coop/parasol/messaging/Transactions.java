package coop.parasol.messaging;

/** The database transactions that messaging needs: those of the container, or a plain implementation in tests. */
interface Transactions {

    /** Does the work in a new transaction; an exception rolls it back and is thrown on as a RuntimeException. */
    void run(Runnable work);

    /** The same for work that may take an hour. */
    default void runLong(Runnable work) {
        run(work);
    }

    /**
     * Calls the signal after the present transaction has committed, once however often it is asked for.
     *
     * @throws IllegalStateException if there is no transaction
     */
    void afterCommit(Runnable signal);
}
