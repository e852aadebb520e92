/** The switching rules: how severely the next lots are inspected follows from the results of those before. */
@NullMarked
package coop.parasol.quality.switching.rules;

import org.jspecify.annotations.NullMarked;
