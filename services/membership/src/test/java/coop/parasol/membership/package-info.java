@NullMarked
package coop.parasol.membership;

import org.jspecify.annotations.NullMarked;
