/** What awaits an inspection, for which auditor, and in which places (towns) it is. */
@NullMarked
package coop.parasol.quality.worklist;

import org.jspecify.annotations.NullMarked;
