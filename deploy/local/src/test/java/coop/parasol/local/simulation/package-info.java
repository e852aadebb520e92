/** Tests of the load of whole networks. */
@NullMarked
package coop.parasol.local.simulation;

import org.jspecify.annotations.NullMarked;
