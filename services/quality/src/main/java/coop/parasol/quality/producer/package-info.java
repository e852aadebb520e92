/** What a producer and the quality desk see of how the producer fares: its performance, switching and held batches. */
@NullMarked
package coop.parasol.quality.producer;

import org.jspecify.annotations.NullMarked;
