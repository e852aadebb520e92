/** The public origin: Keycloak's realm pages and the services' REST interfaces behind the portal's address. */
@NullMarked
package coop.parasol.portal.proxy;

import org.jspecify.annotations.NullMarked;
