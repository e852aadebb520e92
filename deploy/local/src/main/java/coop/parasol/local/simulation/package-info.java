/** Load of whole networks with made-up people and firms: {@code ./parasol simulate}. */
@NullMarked
package coop.parasol.local.simulation;

import org.jspecify.annotations.NullMarked;
