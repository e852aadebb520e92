package coop.parasol.portal.mail;

/** What has become of an attempt to hand a mail to the server. */
sealed interface Delivery {

    /** The server has taken it. */
    record Taken() implements Delivery {}

    /** The server refuses the address or the mail for good (5xx, RFC 5321, 4.2.1): it is not sent again. */
    record RefusedForGood(String reason) implements Delivery {}

    /** The server refuses it for now (4xx): it is sent again later. */
    record RefusedForNow(String reason) implements Delivery {}

    /** The connection is lost or the server does not answer in time; whether it has taken the mail is not known. */
    record ConnectionLost(String reason) implements Delivery {}
}
