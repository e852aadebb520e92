/** What is forgotten of a firm that was erased. */
@NullMarked
package coop.parasol.pricing.erasure;

import org.jspecify.annotations.NullMarked;
