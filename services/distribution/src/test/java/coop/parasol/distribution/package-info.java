@NullMarked
package coop.parasol.distribution;

import org.jspecify.annotations.NullMarked;
