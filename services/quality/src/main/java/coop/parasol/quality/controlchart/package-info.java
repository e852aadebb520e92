/** Control charts of measured characteristics, lot by lot, for the producer and the quality desk. */
@NullMarked
package coop.parasol.quality.controlchart;

import org.jspecify.annotations.NullMarked;
