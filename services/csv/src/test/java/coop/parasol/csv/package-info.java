@NullMarked
package coop.parasol.csv;

import org.jspecify.annotations.NullMarked;
