/** Tests of what the services' tests share. */
@NullMarked
package coop.parasol.testing;

import org.jspecify.annotations.NullMarked;
