/** What producers have made. */
@NullMarked
package coop.parasol.production.batch;

import org.jspecify.annotations.NullMarked;
