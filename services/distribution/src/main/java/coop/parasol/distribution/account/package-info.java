/** User accounts of the people who order for a partner: made at Keycloak by the logistics desk. */
@NullMarked
package coop.parasol.distribution.account;

import org.jspecify.annotations.NullMarked;
