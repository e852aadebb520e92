/** How many photos a batch may have, and until when they may change. */
@NullMarked
package coop.parasol.quality.photo.rules;

import org.jspecify.annotations.NullMarked;
