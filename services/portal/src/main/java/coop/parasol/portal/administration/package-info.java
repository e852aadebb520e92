/** The administrator's pages: how every service is, and the events that could not be handled. */
@NullMarked
package coop.parasol.portal.administration;

import org.jspecify.annotations.NullMarked;
