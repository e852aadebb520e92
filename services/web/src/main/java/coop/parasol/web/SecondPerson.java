package coop.parasol.web;

import java.util.Optional;

/** The two-person rule: who drafted or proposed something does not approve it. */
public final class SecondPerson {

    private SecondPerson() {}

    /**
     * Why the second step is refused; empty if another person takes it. Names are compared as Keycloak compares them,
     * without regard to case.
     *
     * @param first who drafted or proposed it
     * @param second who approves it now
     * @return {@code same-person}
     */
    public static Optional<Refusal> refusal(String first, String second) {
        return first.equalsIgnoreCase(second)
                ? Optional.of(new Refusal.Forbidden(
                        "same-person", "You drafted or proposed this; another person has to approve it."))
                : Optional.empty();
    }
}
