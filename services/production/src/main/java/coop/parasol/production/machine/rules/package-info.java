/** What a machine's token looks like, and what is kept of it. */
@NullMarked
package coop.parasol.production.machine.rules;

import org.jspecify.annotations.NullMarked;
