/** What the services say to one another: event records, and the value types they are made of. */
@NullMarked
package coop.parasol.contracts;

import org.jspecify.annotations.NullMarked;
