/** Whether a mail is still to be sent, and the link by which nobody else can leave: pure rules. */
@NullMarked
package coop.parasol.portal.mail.rules;

import org.jspecify.annotations.NullMarked;
