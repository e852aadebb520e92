/** Tests of the portal's pages in a real browser, after a season and while one is told by clicks. */
@NullMarked
package coop.parasol.acceptance.portal;

import org.jspecify.annotations.NullMarked;
