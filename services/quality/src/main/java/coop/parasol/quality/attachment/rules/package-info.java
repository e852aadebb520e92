/** What a file is, by what it holds, and what it may be called. */
@NullMarked
package coop.parasol.quality.attachment.rules;

import org.jspecify.annotations.NullMarked;
