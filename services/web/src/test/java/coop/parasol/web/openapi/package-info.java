@NullMarked
package coop.parasol.web.openapi;

import org.jspecify.annotations.NullMarked;
