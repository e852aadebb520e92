/** Machine accounts of members: scales and controllers that report batches without a person. */
@NullMarked
package coop.parasol.production.machine;

import org.jspecify.annotations.NullMarked;
