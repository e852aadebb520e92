/** What the pages of all desks share: pages that ask for confirmation, and who has done something. */
@NullMarked
package coop.parasol.portal.desk;

import org.jspecify.annotations.NullMarked;
