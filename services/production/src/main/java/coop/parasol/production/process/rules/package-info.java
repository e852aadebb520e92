/** What the hours of a week allow to be made. */
@NullMarked
package coop.parasol.production.process.rules;

import org.jspecify.annotations.NullMarked;
