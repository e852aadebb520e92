/** What is said of past deliveries. */
@NullMarked
package coop.parasol.production.reliability.rules;

import org.jspecify.annotations.NullMarked;
