@NullMarked
package coop.parasol.quality;

import org.jspecify.annotations.NullMarked;
