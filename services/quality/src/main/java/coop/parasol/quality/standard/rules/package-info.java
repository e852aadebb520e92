/** What a standard says, and what keeps batches from being judged by it. */
@NullMarked
package coop.parasol.quality.standard.rules;

import org.jspecify.annotations.NullMarked;
