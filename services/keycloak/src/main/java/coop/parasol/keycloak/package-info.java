/** Accounts at Keycloak, for the services that make some; which ones each may see and change, Keycloak decides by its client. */
@NullMarked
package coop.parasol.keycloak;

import org.jspecify.annotations.NullMarked;
