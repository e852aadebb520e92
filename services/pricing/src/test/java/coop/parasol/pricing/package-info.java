@NullMarked
package coop.parasol.pricing;

import org.jspecify.annotations.NullMarked;
