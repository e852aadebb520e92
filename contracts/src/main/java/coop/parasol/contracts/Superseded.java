package coop.parasol.contracts;

/**
 * A version of an event that has a later one. It stays on its topic for ever, and is written on during an upgrade until
 * every consumer reads the later one. Handlers are for the latest version; they are handed an earlier one as
 * {@link #upgraded()}.
 *
 * @param <N> the next version
 */
public interface Superseded<N extends Event> {

    /** The same fact as the next version says it. */
    N upgraded();
}
