package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a producer's pages about its work. */
@MessageBundle("producer")
interface ProducerMessages {

    @Message("Batches")
    String batches();

    @Message("You have not reported a batch yet.")
    String noBatches();

    @Message("Report a batch")
    String reportBatch();

    @Message("Lot")
    String lot();

    @Message("Product")
    String product();

    @Message("Quantity")
    String quantity();

    @Message("Made on")
    String madeOn();

    @Message("State")
    String state();
}
