package coop.parasol.portal.live;

/**
 * A message of a stream: {@code changes} with what has changed, in words separated by spaces; {@code unread} with the number of
 * notices that the person has not read, empty for none; or {@code beat}, by which a browser knows that the stream still runs.
 *
 * @param at the portal's time in milliseconds: from here on a stream that is opened again goes on
 */
record LiveMessage(String name, long at, String data) {

    static final String CHANGES = "changes";
    static final String UNREAD = "unread";
    static final String BEAT = "beat";
}
