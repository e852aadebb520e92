/** What can be recalled, and how. */
@NullMarked
package coop.parasol.quality.recall.rules;

import org.jspecify.annotations.NullMarked;
