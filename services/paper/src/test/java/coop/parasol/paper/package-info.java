@NullMarked
package coop.parasol.paper;

import org.jspecify.annotations.NullMarked;
