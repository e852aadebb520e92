package coop.parasol.messaging;

/** What can be done to the running of a service. */
public enum AdministrativeActKind {
    /** parked events of an aggregate were handled again */
    REPLAY,
    /** a new key signs certificates */
    NEW_SIGNING_KEY,
    /** copies of others' facts are made anew from the topics */
    REBUILD,
    /** copies of others' facts are compared with the topics, and not changed */
    COMPARISON,
    /** events that were sent are sent again */
    RESEND,
    /** every topic is read again from its first event */
    REWIND
}
