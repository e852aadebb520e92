/** Takes a wholesaler's order file: its customers, products and orders become the firm's, by the public interfaces. */
@NullMarked
package coop.parasol.local.orders;

import org.jspecify.annotations.NullMarked;
