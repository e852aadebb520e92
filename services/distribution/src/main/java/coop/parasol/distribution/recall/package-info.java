/** Recalls as distribution carries them out: who was sent units of a recalled batch, and what those partners have answered. */
@NullMarked
package coop.parasol.distribution.recall;

import org.jspecify.annotations.NullMarked;
