/** What producers have promised to make. */
@NullMarked
package coop.parasol.production.commitment;

import org.jspecify.annotations.NullMarked;
