/** Work without a line: the page for it, what a browser keeps of the portal, and what such work is answered with. */
@NullMarked
package coop.parasol.portal.offline;

import org.jspecify.annotations.NullMarked;
