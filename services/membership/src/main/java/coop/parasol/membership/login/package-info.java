/** Members' user accounts at Keycloak. */
@NullMarked
package coop.parasol.membership.login;

import org.jspecify.annotations.NullMarked;
