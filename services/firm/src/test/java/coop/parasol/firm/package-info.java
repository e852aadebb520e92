@NullMarked
package coop.parasol.firm;

import org.jspecify.annotations.NullMarked;
