package coop.parasol.contracts;

/**
 * A version of an event that has a later one. Events of it stay on their topic for ever, and during an upgrade it is written
 * until every consumer reads the later one. A handler is for the latest version; it receives an earlier one as its
 * {@link #upgraded()}.
 *
 * @param <N> the next version
 */
public interface Superseded<N extends Event> {

    /** The same fact as an event of the next version. */
    N upgraded();
}
