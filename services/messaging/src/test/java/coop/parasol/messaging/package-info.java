/** What messaging does without servers; its guarantees are tried on real ones in {@code messaging-it}. */
@NullMarked
package coop.parasol.messaging;

import org.jspecify.annotations.NullMarked;
