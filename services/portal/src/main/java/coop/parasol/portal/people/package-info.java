/** People as Keycloak knows them. */
@NullMarked
package coop.parasol.portal.people;

import org.jspecify.annotations.NullMarked;
