@NullMarked
package coop.parasol.local.certificates;

import org.jspecify.annotations.NullMarked;
