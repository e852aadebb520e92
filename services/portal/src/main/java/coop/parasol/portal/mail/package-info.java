/** Notices by mail: who gets them, the queue, and the server that takes them (SMTP, RFC 5321). */
@NullMarked
package coop.parasol.portal.mail;

import org.jspecify.annotations.NullMarked;
