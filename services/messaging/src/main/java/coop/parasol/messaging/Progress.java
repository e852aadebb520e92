package coop.parasol.messaging;

import java.util.Collection;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** How far the records of partitions are dealt with, kept in the service's own database and changed with the effect. */
interface Progress {

    /** Locks the progress of these partitions, in one order, until the present transaction ends. */
    Locked lock(Set<TopicPartition> partitions);

    /** Progress that is locked. */
    interface Locked {

        /** Whether the event is still to be handled here. */
        boolean isNew(ReceivedEvent event);

        /** Notes that these records are dealt with. */
        void advance(Collection<Span> spans);
    }

    /** Records of one partition that were received together: the first and the last of them. */
    record Span(Place first, Place last) {

        static Span of(Place place) {
            return new Span(place, place);
        }

        Span to(Place next) {
            return new Span(first, next);
        }

        TopicPartition partition() {
            return last.partition();
        }
    }
}
