/** The logistics desk's pages: orders, shipments, partners, stock, and the goods of leaving members. */
@NullMarked
package coop.parasol.portal.logistics;

import org.jspecify.annotations.NullMarked;
