/** Lists as tables for a spreadsheet: what a list shows, with the same filters, of all its pages. */
@NullMarked
package coop.parasol.portal.csv;

import org.jspecify.annotations.NullMarked;
