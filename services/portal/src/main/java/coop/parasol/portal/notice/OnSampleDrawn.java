package coop.parasol.portal.notice;

import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told that the sample of its lot was drawn. */
@ApplicationScoped
public class OnSampleDrawn implements SetHandler<SampleDrawn> {

    private final MakeNotices notices;

    OnSampleDrawn(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<SampleDrawn>> events) {
        notices.of(events);
    }
}
