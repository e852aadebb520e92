package coop.parasol.quality.photo;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Of a firm that was erased its photos and what it has said of them are gone: they may show people. */
@ApplicationScoped
class ForgetPhotos {

    private final BatchPhotoRepository photos;
    private final FirmClock clock;

    ForgetPhotos(BatchPhotoRepository photos, FirmClock clock) {
        this.photos = photos;
        this.clock = clock;
    }

    void on(@Observes PersonErased erased) {
        photos.erase(erased.memberId(), clock.now());
    }
}
