package coop.parasol.messaging;

/** The transactions this library needs, apart so that they can be had without a container. */
interface Transactions {

    /** Does the work in a transaction of its own; what it throws rolls back and comes out as a RuntimeException. */
    void run(Runnable work);

    /**
     * Calls the signal after the present transaction has ended, once however often it is asked for.
     *
     * @throws IllegalStateException if there is no transaction
     */
    void afterwards(Runnable signal);
}
