/** Lines of orders and less of them, as partners' pages and the logistics desk's know them both. */
@NullMarked
package coop.parasol.portal.order;

import org.jspecify.annotations.NullMarked;
