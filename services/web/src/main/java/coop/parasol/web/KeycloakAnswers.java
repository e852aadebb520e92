package coop.parasol.web;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;

/** What a caller is answered where Keycloak does not do what it is asked. */
public final class KeycloakAnswers {

    private static final int UNAVAILABLE = 503;

    /** What Keycloak answers if its mail server takes no mail, or there is none. */
    private static final int NOT_SENT = 500;

    private KeycloakAnswers() {}

    /** What Keycloak answers; 503 {@code identity-unavailable} if it does not. */
    public static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProcessingException | WebApplicationException e) {
            throw unavailable();
        }
    }

    /**
     * What comes of a mail that Keycloak is to send; 503 {@code identity-unavailable} if it does not answer as it should.
     *
     * @param notSent what is answered if it answers, and cannot send a mail
     */
    public static <T> T mailed(Supplier<T> mail, Supplier<Problem> notSent) {
        try {
            return mail.get();
        } catch (WebApplicationException e) {
            throw e.getResponse().getStatus() == NOT_SENT ? notSent.get() : unavailable();
        } catch (ProcessingException e) {
            throw unavailable();
        }
    }

    /** Of an invitation whose receiver can be given a one-time password instead: 409 {@code mail-not-sent}. */
    public static Problem mailNotSent() {
        return Problem.refused(
                "mail-not-sent",
                "The mail could not be sent. Issue a one-time password, or see that the firm's mail server is set and"
                        + " takes mail.");
    }

    /** 503 {@code identity-unavailable}. */
    public static Problem unavailable() {
        return Problem.of(UNAVAILABLE, "identity-unavailable", "Keycloak does not answer; try again.");
    }
}
