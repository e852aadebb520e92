/** What kind of file an attachment is, by its bytes, and what it may be called. */
@NullMarked
package coop.parasol.quality.attachment.rules;

import org.jspecify.annotations.NullMarked;
