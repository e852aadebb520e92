/** The services' REST interfaces, as far as pages need them, called with the person's own token. */
@NullMarked
package coop.parasol.portal.client;

import org.jspecify.annotations.NullMarked;
