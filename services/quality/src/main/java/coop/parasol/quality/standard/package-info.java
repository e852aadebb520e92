/** The standards of products, version by version: drafted by one person of the quality desk, published by another. */
@NullMarked
package coop.parasol.quality.standard;

import org.jspecify.annotations.NullMarked;
