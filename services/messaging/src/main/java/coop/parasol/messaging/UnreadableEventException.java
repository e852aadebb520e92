package coop.parasol.messaging;

import java.io.IOException;

/** The value of a record is not the JSON of its event type; trying again cannot help. */
final class UnreadableEventException extends RuntimeException {

    UnreadableEventException(String type, IOException cause) {
        super("cannot be read as " + type + ": " + cause.getMessage(), cause);
    }
}
