/** By which steps, on which machines and in how many hours producers make their products; each alone reads its own. */
@NullMarked
package coop.parasol.production.process;

import org.jspecify.annotations.NullMarked;
