/** How much of what counted producers have delivered; the producer sees it, and proposals of commitments go by it. */
@NullMarked
package coop.parasol.production.reliability;

import org.jspecify.annotations.NullMarked;
