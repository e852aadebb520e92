package coop.parasol.portal.photo;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page with the photos of a lot. */
@MessageBundle("batchphotos")
interface BatchPhotoMessages {

    @Message("Photos of the lot")
    String photos();

    @Message("Photos of the producer")
    String ofProducer();

    @Message("Lot {lot}, {product}")
    String lot(String lot, String product);

    @Message(
            "Show who inspects the lot what a number does not say. Up to six photos are taken until the sample is drawn; then they "
                    + "stay as they are. Whoever inspects the lot and the quality desk see them, and nobody else.")
    String what();

    @Message("There is no photo.")
    String none();

    @Message("Whoever inspects the lot sees its photos: claim it first.")
    String claimFirst();

    @Message("Photo {number}")
    String numbered(int number);

    @Message("Remove photo {number}")
    String remove(int number);

    @Message("Photo")
    String photo();

    @Message(
            "JPEG or PNG, up to 5 MB. A phone offers its camera. Where the browser runs scripts, the photo is made small first, and "
                    + "where it was taken is not in it any more.")
    String hint();

    @Message("Choose a photo, or take one.")
    String chooseOne();

    @Message("What it shows")
    String caption();

    @Message("Add the photo")
    String add();

    @Message("Back to the lot")
    String back();
}
