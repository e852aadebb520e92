/** The registrar's pages: applications, members and their access, exits, admissions by vote, and the bylaws. */
@NullMarked
package coop.parasol.portal.registrar;

import org.jspecify.annotations.NullMarked;
