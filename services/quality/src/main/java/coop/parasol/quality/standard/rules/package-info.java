/** What makes a standard one that can be judged by. */
@NullMarked
package coop.parasol.quality.standard.rules;

import org.jspecify.annotations.NullMarked;
