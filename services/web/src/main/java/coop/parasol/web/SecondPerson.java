package coop.parasol.web;

import java.util.Optional;

/** The two-person rule: who drafted or proposed something does not approve it. */
public final class SecondPerson {

    private SecondPerson() {}

    /**
     * Why the second step is refused; empty if another person takes it, whatever the roles of both. Persons are
     * compared by the {@code sub} of their tokens, not by a name, which can change.
     *
     * @param first who drafted or proposed it
     * @param second who approves it now
     * @return {@code same-person}
     */
    public static Optional<Refusal> refusal(String first, String second) {
        return first.equals(second)
                ? Optional.of(new Refusal.Forbidden(
                        "same-person", "You drafted or proposed this; another person has to approve it."))
                : Optional.empty();
    }
}
