/** The command line of Parasol: starts, stops and tests the system on one machine, without containers. */
@NullMarked
package coop.parasol.local;

import org.jspecify.annotations.NullMarked;
