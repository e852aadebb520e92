/** Signing in and out, and forms that outlive a session. */
@NullMarked
package coop.parasol.portal.session;

import org.jspecify.annotations.NullMarked;
