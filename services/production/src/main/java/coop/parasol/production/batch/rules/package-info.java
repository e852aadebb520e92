/** Which dates a batch may have. */
@NullMarked
package coop.parasol.production.batch.rules;

import org.jspecify.annotations.NullMarked;
