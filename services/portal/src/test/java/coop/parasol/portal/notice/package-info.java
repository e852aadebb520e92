@NullMarked
package coop.parasol.portal.notice;

import org.jspecify.annotations.NullMarked;
