/** What is fixed when a firm is founded, and what a financial year is. */
@NullMarked
package coop.parasol.firm.rules;

import org.jspecify.annotations.NullMarked;
