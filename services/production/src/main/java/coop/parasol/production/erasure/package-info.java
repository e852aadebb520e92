/** What is erased of a firm that was erased. */
@NullMarked
package coop.parasol.production.erasure;

import org.jspecify.annotations.NullMarked;
