@NullMarked
package coop.parasol.local.orders;

import org.jspecify.annotations.NullMarked;
