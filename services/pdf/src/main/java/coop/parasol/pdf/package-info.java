/** PDF documents: layout, fonts and attached data, for what members, buyers and auditors print. */
@NullMarked
package coop.parasol.pdf;

import org.jspecify.annotations.NullMarked;
