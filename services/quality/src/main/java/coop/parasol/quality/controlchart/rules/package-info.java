/** Control limits from data (ISO 7870-2) and process capability (ISO 22514-2). */
@NullMarked
package coop.parasol.quality.controlchart.rules;

import org.jspecify.annotations.NullMarked;
