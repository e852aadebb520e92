/** Whom an event concerns, and what is said of it: pure rules. */
@NullMarked
package coop.parasol.portal.notice.rules;

import org.jspecify.annotations.NullMarked;
