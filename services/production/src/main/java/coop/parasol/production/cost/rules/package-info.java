/** The arithmetic of unit costs. */
@NullMarked
package coop.parasol.production.cost.rules;

import org.jspecify.annotations.NullMarked;
