/** What waits for a person at its desks, asked of each service once for a page. */
@NullMarked
package coop.parasol.portal.work;

import org.jspecify.annotations.NullMarked;
