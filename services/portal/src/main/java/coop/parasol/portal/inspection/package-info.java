/** An auditor's work: which batches wait where, and what is found in their samples. */
@NullMarked
package coop.parasol.portal.inspection;

import org.jspecify.annotations.NullMarked;
