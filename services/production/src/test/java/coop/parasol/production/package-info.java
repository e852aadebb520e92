@NullMarked
package coop.parasol.production;

import org.jspecify.annotations.NullMarked;
