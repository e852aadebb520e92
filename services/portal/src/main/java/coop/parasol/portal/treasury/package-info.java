/** The treasurer's pages: payables and payment runs, bank statements, the books, and financial periods. */
@NullMarked
package coop.parasol.portal.treasury;

import org.jspecify.annotations.NullMarked;
