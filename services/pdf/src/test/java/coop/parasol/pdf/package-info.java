@NullMarked
package coop.parasol.pdf;

import org.jspecify.annotations.NullMarked;
