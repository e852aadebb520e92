@NullMarked
package coop.parasol.firm.rules;

import org.jspecify.annotations.NullMarked;
