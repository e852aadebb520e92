/** How the batches of producers fare: first-pass yields and causes of rejections, and the medians of all producers. */
@NullMarked
package coop.parasol.quality.performance;

import org.jspecify.annotations.NullMarked;
