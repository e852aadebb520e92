/** What every service knows of the firm it works for: its currency, its clock and its days. */
@NullMarked
package coop.parasol.firm;

import org.jspecify.annotations.NullMarked;
