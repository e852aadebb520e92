/** Web pages for every role, and the one public origin of the firm; it decides nothing and stores nothing. */
@NullMarked
package coop.parasol.portal;

import org.jspecify.annotations.NullMarked;
